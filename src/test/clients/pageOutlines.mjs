// Writes app/outlines.ts, the outlines of the two countries, from npm's world-atlas 2.0.2 and topojson-client 3.1.0:
//   npm install --prefix /tmp/atlas world-atlas@2.0.2 topojson-client@3.1.0 && node pageOutlines.mjs /tmp/atlas
// Natural Earth draws Crimea in Russia. This script joins it to Ukraine, and fails if it cannot.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const modules = resolve(process.argv[2], 'node_modules');
const { feature, merge } = createRequire(join(modules, 'x'))('topojson-client');
const atlas = JSON.parse(readFileSync(join(modules, 'world-atlas/countries-50m.json'), 'utf8'));
const country = (name) => atlas.objects.countries.geometries.find((each) => each.properties.name === name);
const polygons = (geometry) =>
  (geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs).map((arcs) => ({ type: 'Polygon', arcs }));

const inside = ([x, y], ring) =>
  ring.reduce((odd, [ax, ay], i) => {
    const [bx, by] = ring[(i || ring.length) - 1];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !odd : odd;
  }, false);
const holds = (coordinates, point) => coordinates.some(([outer]) => inside(point, outer));
const simferopol = [34.1, 44.95];
const crimea = polygons(country('Russia')).filter((each) => holds([feature(atlas, each).geometry.coordinates], simferopol));
const ukraine = merge(atlas, [...polygons(country('Ukraine')), ...crimea]).coordinates;
for (const [name, point] of Object.entries({ Simferopol: simferopol, Sevastopol: [33.7, 44.6], Kerch: [36.2, 45.3], Kyiv: [30.5, 50.45] })) {
  if (!holds(ukraine, point)) {
    throw new Error(`${name} is not in the outline of Ukraine`);
  }
}
if (holds(ukraine, [37.6, 55.75]) || holds(ukraine, [38.97, 45.04])) {
  throw new Error('the outline of Ukraine has more than Ukraine');
}

// The same projection as in the page's places.ts: equirectangular, true at 50 degrees north.
const project = ([lon, lat]) => [Math.round((lon - 20) * 32.14), Math.round((57 - lat) * 50)];
const path = (coordinates) =>
  coordinates
    .map(([outer]) => outer.map(project).filter((point, i, all) => i === 0 || String(point) !== String(all[i - 1])))
    .filter((ring) => ring.length > 3)
    .map((ring) => `M${ring.map((point) => point.join(' ')).join('L')}Z`)
    .join('');
const lithuania = feature(atlas, country('Lithuania')).geometry;
const coordinates = lithuania.type === 'Polygon' ? [lithuania.coordinates] : lithuania.coordinates;
writeFileSync(
  new URL('../../main/web/app/outlines.ts', import.meta.url),
  `// Written by outlines.mjs from Natural Earth's public domain data.\nexport const outlines = {\n  LT: '${path(coordinates)}',\n  UA: '${path(ukraine)}',\n};\n`,
);
