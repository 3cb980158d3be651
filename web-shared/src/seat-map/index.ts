export { SeatMap, type SeatMapProps } from './SeatMap';
export { bestSeats } from './bestSeats';
export * from './model';
