/** A small make-believe network: enough places, trips and seat plans to draw every page. */
export type Lang = 'RU' | 'KY' | 'EN';
type Names = { ru: string; ky: string; en: string };
export const inLang = (names: Names, lang: Lang): string => names[lang.toLowerCase() as keyof Names];

export interface MockPlace {
  id: string;
  names: Names;
  station: Names;
  zone: string;
  /** Minutes east of UTC. */
  offset: number;
}
const place = (id: string, ru: string, ky: string, en: string, zone = 'Asia/Bishkek', offset = 360): MockPlace => ({
  id,
  names: { ru, ky, en },
  station: { ru: `${ru}, автовокзал`, ky: `${ky}, автобекет`, en: `${en} bus station` },
  zone,
  offset,
});
export const PLACES: MockPlace[] = [
  place('p-bishkek', 'Бишкек', 'Бишкек', 'Bishkek'),
  place('p-karakol', 'Каракол', 'Каракол', 'Karakol'),
  place('p-osh', 'Ош', 'Ош', 'Osh'),
  place('p-cholpon', 'Чолпон-Ата', 'Чолпон-Ата', 'Cholpon-Ata'),
  place('p-balykchy', 'Балыкчы', 'Балыкчы', 'Balykchy'),
  place('p-naryn', 'Нарын', 'Нарын', 'Naryn'),
  place('p-almaty', 'Алматы', 'Алматы', 'Almaty', 'Asia/Almaty', 300),
];
export const placeById = (id: string): MockPlace => PLACES.find((one) => one.id === id || `s-${one.id}` === id)!;

export interface MockRoute {
  number: string;
  carrier: string;
  vehicle: string;
  vehicleClass: string;
  kind: 'BUS' | 'RAIL';
  amenities: string[];
  plan: 'coach' | 'minibus' | 'double' | 'train' | 'open';
  /** Places with minutes from the first departure. */
  stops: [string, number][];
  /** KGS per whole route for an adult. */
  price: number;
  passport: boolean;
  departures: string[];
}
const both = (route: MockRoute): MockRoute[] => {
  const last = route.stops.at(-1)![1];
  const back = route.stops.map(([id, minutes]): [string, number] => [id, last - minutes]).toReversed();
  return [route, { ...route, number: `${route.number}R`, stops: back }];
};
export const ROUTES: MockRoute[] = [
  ...both({ number: '501', carrier: 'Ысык-Көл Транс', vehicle: 'Mercedes-Benz Sprinter', vehicleClass: 'minibus', kind: 'BUS', amenities: ['ac'], plan: 'minibus', stops: [['p-bishkek', 0], ['p-balykchy', 155], ['p-cholpon', 230], ['p-karakol', 387]], price: 600, passport: false, departures: ['07:00', '09:30', '13:00', '16:20'] }),
  ...both({ number: '501Н', carrier: 'Ала-Тоо Экспресс', vehicle: 'Yutong ZK6122', vehicleClass: 'coach', kind: 'BUS', amenities: ['ac', 'wifi', 'toilet', 'usb'], plan: 'coach', stops: [['p-bishkek', 0], ['p-balykchy', 170], ['p-karakol', 415]], price: 700, passport: false, departures: ['11:15', '22:30'] }),
  ...both({ number: '604V', carrier: 'Ала-Тоо Экспресс', vehicle: 'Neoplan Skyliner', vehicleClass: 'doubledecker', kind: 'BUS', amenities: ['ac', 'wifi', 'toilet'], plan: 'double', stops: [['p-bishkek', 0], ['p-osh', 660]], price: 1900, passport: false, departures: ['18:00', '20:00'] }),
  ...both({ number: '901', carrier: 'Транзит Азия', vehicle: 'Setra S 431', vehicleClass: 'coach', kind: 'BUS', amenities: ['ac', 'toilet'], plan: 'coach', stops: [['p-bishkek', 0], ['p-almaty', 300]], price: 800, passport: true, departures: ['08:00', '12:00', '16:00'] }),
  ...both({ number: '608', carrier: 'Кыргыз темир жолу', vehicle: 'Поезд 608', vehicleClass: 'rail', kind: 'RAIL', amenities: ['toilet'], plan: 'train', stops: [['p-bishkek', 0], ['p-balykchy', 290]], price: 250, passport: false, departures: ['06:44'] }),
  ...both({ number: '350', carrier: 'Нарын Жол', vehicle: 'Sprinter', vehicleClass: 'suburban', kind: 'BUS', amenities: [], plan: 'open', stops: [['p-balykchy', 0], ['p-naryn', 200]], price: 300, passport: false, departures: ['12:30', '17:30'] }),
];

const seatCells = (rows: number, pattern: string, start: number, prefix = '', special: number[] = []) => {
  const cells: unknown[] = [];
  let number = start;
  const chars = [...pattern];
  for (let row = 2; row <= rows; row += 1) {
    const line = row === rows ? chars.map(() => 'S') : chars;
    line.forEach((char, index) => {
      const base = { row, col: index + 1 };
      if (char === ' ') cells.push({ ...base, kind: 'AISLE' });
      if (char !== 'S') return;
      const side = index === 0 || index === chars.length - 1;
      cells.push({
        ...base,
        kind: 'SEAT',
        seat: { label: `${prefix}${number}`, number: String(number), seatClass: special.includes(row) ? 'vip' : 'standard', window: side, aisle: !side, reclining: true, facing: prefix && row % 2 === 0 ? 'BACKWARD' : 'FORWARD', features: [] },
      });
      number += 1;
    });
  }
  return { cells, next: number };
};
const cell = (row: number, col: number, kind: string) => ({ row, col, kind });
const deck = (level: number, rows: number, cols: number, cells: unknown[]) => ({ level, rows, cols, cells });

/** Units of a seat plan: a vehicle, or the coaches of a train. */
export function unitsOf(plan: MockRoute['plan']) {
  const coach = seatCells(13, 'SS SS', 1);
  const drop = (row: number, cols: number[]) => (one: unknown) => !(cols.includes((one as { col: number }).col) && (one as { row: number }).row === row);
  switch (plan) {
    case 'open':
      return [];
    case 'minibus':
      return [{ name: '1', decks: [deck(1, 7, 4, [cell(1, 1, 'DRIVER'), cell(1, 4, 'DOOR'), ...seatCells(7, 'SS S', 1).cells])] }];
    case 'double': {
      const low = seatCells(5, 'SS SS', 1, '', [2, 3]);
      return [
        {
          name: '1',
          decks: [
            deck(1, 6, 5, [cell(1, 1, 'DRIVER'), cell(1, 4, 'GUIDE'), cell(1, 5, 'DOOR'), ...low.cells, cell(6, 1, 'TOILET'), cell(6, 4, 'STAIRS'), cell(6, 5, 'DOOR')]),
            deck(2, 13, 5, [...seatCells(13, 'SS SS', low.next).cells.filter(drop(6, [4, 5])), cell(6, 4, 'STAIRS')]),
          ],
        },
      ];
    }
    case 'train':
      return ['1', '2'].map((name) => ({ name: `№ ${name}`, decks: [deck(1, 12, 5, [cell(1, 1, 'DOOR'), cell(1, 5, 'TOILET'), ...seatCells(11, 'SS SS', 1, `${name}-`).cells, cell(12, 5, 'LUGGAGE')])] }));
    case 'coach':
      return [{ name: '1', decks: [deck(1, 13, 5, [cell(1, 1, 'DRIVER'), cell(1, 4, 'GUIDE'), cell(1, 5, 'DOOR'), ...coach.cells.filter(drop(8, [4, 5])), cell(8, 4, 'TOILET'), cell(8, 5, 'DOOR')])] }];
  }
}

/** A number from text, always the same: decides which seats are sold from the start. */
export const hash = (text: string): number => {
  let value = 2166136261;
  for (const char of text) value = Math.imul(value ^ char.charCodeAt(0), 16777619) >>> 0;
  return value;
};
