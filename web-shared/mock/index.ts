export { World } from './world.ts';
export { mockServer } from './vite-plugin.ts';
