export * from './plan';
export * from './check';
export * from './numbering';
export * from './editor';
export { PlanGrid, type PlanGridProps } from './PlanGrid';
