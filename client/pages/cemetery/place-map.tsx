import type { CemeteryView } from '../../../server/cemeteries/contract.ts';
import { MapPane } from '../../parts/map-pane.tsx';

/** The cemetery on the map: a pin at the gate, or the ring in which it lies when no more is known. */
export function PlaceMap({ cemetery }: { cemetery: CemeteryView }) {
  const { gate, code, name } = cemetery;
  if (!gate) return null;
  const [lng, lat] = gate.point.coordinates;
  return (
    <MapPane
      options={{ view: { lat, lng, zoom: 10 }, wheel: false }}
      onOpen={(map) => {
        map.showPoints({
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              geometry: gate.point,
              properties: { id: code, name, accuracyM: gate.accuracyM },
            },
          ],
        });
        return undefined;
      }}
    />
  );
}
