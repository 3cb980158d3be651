export { SeatMap, type SeatMapProps } from './SeatMap';
export * from './model';
