/** Labels of seats of one ride, in the order of passengers. */
export type SeatChoice = string[];
export const emptyChoice: SeatChoice = [];

const key = (place: string) => `beket.seats.${place}`;
const isChoice = (value: unknown): value is SeatChoice => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Choices survive a reload of the page, in this tab only. */
export function readChoices(place: string, rides: number): SeatChoice[] {
  let stored: unknown = null;
  try {
    stored = JSON.parse(sessionStorage.getItem(key(place)) ?? '[]');
  } catch {
    stored = null;
  }
  return Array.from({ length: rides }, (_, index) => {
    const choice: unknown = Array.isArray(stored) ? stored[index] : null;
    return isChoice(choice) ? choice : emptyChoice;
  });
}
export const writeChoices = (place: string, choices: SeatChoice[]): void => sessionStorage.setItem(key(place), JSON.stringify(choices));

/** Takes a seat or gives it back; one more than there are passengers replaces the earliest. */
export function toggleSeat(choice: SeatChoice, label: string, people: number): SeatChoice {
  if (choice.includes(label)) return choice.filter((one) => one !== label);
  return [...choice, label].slice(-people);
}
