import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { Cemeteries } from '../../server/cemeteries/model.ts';
import { Diagrams, DiagramTiles, type Diagram } from '../../server/diagrams/model.ts';
import { Graves, type Grave } from '../../server/graves/model.ts';
import { ExchangeLine } from '../../server/imports/exchange.ts';
import { recordLines } from '../../server/martyrs/record.ts';

/** All test data is made here, the way real data comes in: as exchange lines, published. */
export const given = {
  /** Dossiers (with their graves and cemeteries) from exchange lines. */
  async dossiers(...lines: ExchangeLine[]): Promise<void> {
    const checked = lines.map((line) => {
      const text = JSON.stringify(line);
      return { line: ExchangeLine.parse(line), hash: createHash('sha256').update(text).digest('base64url') };
    });
    const { refused } = await recordLines(checked, {
      connection: mongoose.connection,
      source: 'Danh sách thử',
      by: 'given',
      status: 'published',
    });
    if (refused.length > 0) throw new Error(`given lines were refused: ${JSON.stringify(refused)}`);
  },

  /** Nguyễn Văn Hải of the plans: a whole dossier with a grave. */
  hai(more: Partial<ExchangeLine> = {}): ExchangeLine {
    return {
      code: 'LS0001171',
      name: 'Nguyễn Văn Hải',
      aliases: ['Sáu Hải'],
      gender: 'M',
      birth: '1948',
      home: 'xã Vị Thanh, Chương Thiện',
      enlisted: '2/1966',
      rank: 'Trung sĩ',
      position: 'tiểu đội trưởng',
      unit: 'c3 d5 e12',
      death: '12/5/1968',
      deathPlace: 'mặt trận phía Nam',
      source: 'Danh sách huyện Long Mỹ 1986',
      grave: {
        cemetery: 'Nghĩa trang liệt sĩ Vị Thanh',
        section: 'A',
        row: '12',
        number: '7',
        inscription: 'LS NG. V. HẢI',
      },
      ...more,
    };
  },

  /**
   * A drawing over all graves of a cemetery: section by section, rows of plots to both sides of a middle path that
   * runs up from the gate. 20 px are a metre; tiles are one WebP each.
   */
  async drawing(cemeteryName: string): Promise<Diagram> {
    const cemetery = await Cemeteries.findOne({ name: cemeteryName }).orFail();
    const graves = await Graves.find({ cemeteryId: cemetery._id })
      .sort({ section: 1, row: 1, number: 1 })
      .lean<Grave[]>();
    const diagram = await Diagrams.create({
      cemeteryId: cemetery._id,
      title: 'Sơ đồ thử',
      width: 2000,
      height: 3000,
      maxZoom: 4,
      metresPerPixel: 0.05,
      features: [{ kind: 'gate', name: 'Cổng chính', shape: [[1000, 2980]] }],
      network: {
        nodes: [
          { at: [1000, 2980], name: 'Cổng chính', gate: true },
          { at: [1000, 40], gate: false },
        ],
        edges: [{ from: 0, to: 1, name: 'đường giữa' }],
      },
      status: 'published',
    });
    const rows = [...new Set(graves.map(({ row }) => row))];
    const seen = new Map<string, number>();
    for (const { _id, row } of graves) {
      const place = seen.get(row ?? '') ?? 0;
      seen.set(row ?? '', place + 1);
      const [x, y] = [1040 + place * 50, 2800 - rows.indexOf(row) * 80];
      const diagramShape = [
        [x, y],
        [x + 36, y],
        [x + 36, y + 50],
        [x, y + 50],
      ];
      await Graves.updateOne({ _id }, { $set: { diagramId: diagram._id, diagramShape } });
    }
    await DiagramTiles.create({ diagramId: diagram._id, z: 0, x: 0, y: 0, webp: onePixel });
    return diagram.toObject() as unknown as Diagram;
  },
};

/** The smallest WebP there is: one pixel. */
const onePixel = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64');
