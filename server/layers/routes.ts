import { get } from '../http/route.ts';
import { LayerParams, LayerTile } from './contract.ts';
import { readLayerTile } from './tile.ts';

export const layerRoutes = [
  get(
    '/map/:layer/:z/:x/:y.json',
    {
      may: 'map.read',
      summary: 'One tile of a map layer as GeoJSON, clustered far out',
      params: LayerParams,
      reply: LayerTile,
      cache: 'public, max-age=300',
    },
    ({ params }) => readLayerTile(params.layer, params.z, params.x, params.y),
  ),
];
