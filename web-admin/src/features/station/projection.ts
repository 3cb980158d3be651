export interface Point {
  latitude: number;
  longitude: number;
}

/** What a map shows: its middle, and how near: each step doubles the size of everything. */
export interface View {
  middle: Point;
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

export const ZOOM = { least: 3, most: 18 };
const TILE = 256;
const EARTH_M = 40_075_016.686;
/** Where Mercator's square ends. */
const FARTHEST = 85.051;

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
export const clampZoom = (zoom: number) => clamp(zoom, ZOOM.least, ZOOM.most);

/** Web Mercator, in pixels of the whole world at that zoom. */
function toWorld({ latitude, longitude }: Point, zoom: number): [number, number] {
  const size = TILE * 2 ** zoom;
  const sine = Math.sin((clamp(latitude, -FARTHEST, FARTHEST) * Math.PI) / 180);
  return [((longitude + 180) / 360) * size, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size];
}

function fromWorld([x, y]: [number, number], zoom: number): Point {
  const size = TILE * 2 ** zoom;
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) * 180) / Math.PI;
  return { latitude: clamp(latitude, -FARTHEST, FARTHEST), longitude: clamp((x / size) * 360 - 180, -180, 180) };
}

/** Where a point is on the map, in pixels from its upper left corner. */
export function onMap(point: Point, { middle, zoom }: View, { width, height }: Size): [number, number] {
  const [x, y] = toWorld(point, zoom);
  const [left, top] = toWorld(middle, zoom);
  return [x - left + width / 2, y - top + height / 2];
}

/** What is under a place on the map. */
export function under([x, y]: [number, number], { middle, zoom }: View, { width, height }: Size): Point {
  const [left, top] = toWorld(middle, zoom);
  return fromWorld([left + x - width / 2, top + y - height / 2], zoom);
}

/** Nearer or farther, with what is under the hand staying there. */
export function zoomAt(at: [number, number], steps: number, view: View, size: Size): View {
  const zoom = clampZoom(view.zoom + steps);
  const fixed = under(at, view, size);
  const [x, y] = toWorld(fixed, zoom);
  return { zoom, middle: fromWorld([x - at[0] + size.width / 2, y - at[1] + size.height / 2], zoom) };
}

/** Everything in sight, with some room around it. */
export function fit(points: Point[], size: Size): View | null {
  if (points.length === 0) return null;
  const [latitudes, longitudes] = [points.map((one) => one.latitude), points.map((one) => one.longitude)];
  const [north, south] = [Math.max(...latitudes), Math.min(...latitudes)];
  const [east, west] = [Math.max(...longitudes), Math.min(...longitudes)];
  const [[left, top], [right, bottom]] = [toWorld({ latitude: north, longitude: west }, 0), toWorld({ latitude: south, longitude: east }, 0)];
  const room = 0.8;
  const zoom = Math.min(Math.log2((size.width * room) / Math.max(right - left, 1e-6)), Math.log2((size.height * room) / Math.max(bottom - top, 1e-6)), 12);
  return { middle: fromWorld([(left + right) / 2, (top + bottom) / 2], 0), zoom: clampZoom(zoom) };
}

/** The longest round length that fits in so many pixels in the middle of the map. */
export function scaleBar({ middle, zoom }: View, most: number): { metres: number; pixels: number } {
  const metresEach = (EARTH_M * Math.cos((middle.latitude * Math.PI) / 180)) / (TILE * 2 ** zoom);
  const power = 10 ** Math.floor(Math.log10(metresEach * most));
  const metres = [5, 2, 1].map((step) => step * power).find((one) => one <= metresEach * most) ?? power;
  return { metres, pixels: metres / metresEach };
}
