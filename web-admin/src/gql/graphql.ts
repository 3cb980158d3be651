/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What kind of file. */
export type ActFormat =
  /** With places for signatures. */
  | 'PDF'
  /** The trips with typed cells and totals. */
  | 'XLSX';

export type AddNoteInput = {
  orderId: string | number;
  /** At most 2000 characters. */
  text: string;
};

export type AddTripInput = {
  /** Of departure from the first stop, by its clock. */
  date: string;
  /** What passengers call it; as the other one where nothing is said. */
  number?: string | null | undefined;
  /** Why, although something speaks against the vehicle. */
  overrule?: string | null | undefined;
  /** `HH:MM`, from the first stop by its clock. */
  startsAt: string;
  /** The trip that it is like: line, stops, minutes between them, prices and rules of sale are that one's. */
  tripId: string | number;
  /** The carrier's; its layout is what passengers choose seats on. Without it, the seats that are usual on the line. */
  vehicleId?: string | number | null | undefined;
};

/** Pieces of one kind of baggage, or one extra so many times, for each ride. */
export type AncillaryInput = {
  /** A code of the order's `ancillaryOptions`. */
  code: string;
  count: number;
};

/** What is bought with a seat. */
export type AncillaryKind =
  /** The carrier takes it along. */
  | 'BAGGAGE'
  /** The station serves it: a blanket, a porter. */
  | 'EXTRA';

/** By what announcements are listed. */
export type AnnouncementSort =
  /** When it was written. */
  | 'ADDED'
  /** Until when it is told. */
  | 'ENDS'
  /** From when on it is told. */
  | 'STARTS';

/** The list of `announcementList`, as that field takes it. */
export type AnnouncementsExportInput = {
  direction?: SortDirection;
  /** Those of the past. */
  past?: boolean;
  sort?: AnnouncementSort;
  stationId?: string | number | null | undefined;
};

export type AnnulSaleInput = {
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  orderId: string | number;
  /** What went wrong, for who looks through the shift. At most 200 characters. */
  reason: string;
};

export type AnswerRefundRequestInput = {
  answer: RefundRequestAnswer;
  requestId: string | number;
  /** For the passenger, who gets it by mail; at most 2,000 characters. */
  text: string;
};

/** The list of `overrules`, as that field takes it. */
export type ApprovalsExportInput = {
  direction?: SortDirection;
  filter?: OverruleFilterInput | null | undefined;
  sort?: OverruleSort;
};

/** Yes to a refund beyond the rules. */
export type ApproveRefundInput = {
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  refundId: string | number;
};

export type ApproveSettlementInput = {
  /** What is owed at the end, as the approver has seen it. */
  closing: string;
  id: string | number;
};

export type ArchiveLayoutInput = {
  /** False: brings it back. */
  archived: boolean;
  id: string | number;
  /** As it was read. */
  version: number;
};

export type AssignTripInput = {
  /** Of the trip's carrier; at most four. */
  driverIds?: Array<string | number>;
  /** Why, although something speaks against it. */
  overrule?: string | null | undefined;
  tripId: string | number;
  /** Of the trip's carrier and with the seats that are on sale; null: not decided. */
  vehicleId?: string | number | null | undefined;
  /** Of the crew, as it was read. */
  version: number;
};

/** The list of `auditEntries`, as that field takes it. */
export type AuditExportInput = {
  direction?: SortDirection;
  filter?: AuditFilterInput | null | undefined;
  sort?: AuditSort;
};

/** Which entries; everything given has to fit. */
export type AuditFilterInput = {
  /** For example `DELAY_TRIP`. */
  action?: string | null | undefined;
  /** Changes without readings. */
  changesOnly?: boolean;
  /** On or after that day, in the station's zone. */
  from?: string | null | undefined;
  /** Entries of the order with this number, with or without `BK-`. */
  orderNumber?: string | null | undefined;
  staffId?: string | number | null | undefined;
  /** With `subjectKind`: the history of one thing. */
  subjectId?: string | number | null | undefined;
  /** As `subjectKind` of an entry: `trip`, `order`, `staff`, `vehicle`, … */
  subjectKind?: string | null | undefined;
  /** On or before that day. */
  to?: string | null | undefined;
};

/** By what the log is listed: by time alone, since it grows without end. */
export type AuditSort =
  /** When it was done. */
  | 'AT';

/** Why a departure runs on a date, or does not. */
export type Because =
  /** Somebody has said so for that very date. */
  | 'EXCEPTION'
  | 'HOLIDAY'
  | 'WEEKDAY';

/** Which blocks to list; everything given has to fit. */
export type BlankBlockFilterInput = {
  /** At which desk. */
  deskId?: string | number | null | undefined;
  /** A series, or a blank's number with it: the block that has it. */
  text?: string | null | undefined;
};

/** By what blocks are listed. */
export type BlankBlockSort =
  /** When it was entered. */
  | 'ISSUED'
  /** Since when it is where it is. */
  | 'MOVED'
  /** Its first number. */
  | 'NUMBER'
  /** Its series. */
  | 'SERIES';

/** The list of `blankBlocks`, as that field takes it. */
export type BlankBlocksExportInput = {
  direction?: SortDirection;
  filter?: BlankBlockFilterInput | null | undefined;
  sort?: BlankBlockSort;
};

/** Where a blank stands. */
export type BlankState =
  /** Not used. */
  | 'FREE'
  /** Nobody knows where it is. */
  | 'LOST'
  /** Its sale is entered. */
  | 'SOLD'
  /** Torn, miswritten, or given back by its passenger before it was entered. */
  | 'SPOILT';

export type BlockCarrierInput = {
  /** False: its trips are on sale again. */
  blocked: boolean;
  id: string | number;
  /** Why; needed to block. */
  reason?: string | null | undefined;
  /** As it was read. */
  version: number;
};

export type BlockWalletInput = {
  /** False: it can be used again. */
  blocked: boolean;
  id: string | number;
  /** Why; needed to block. At most 300 characters. */
  reason?: string | null | undefined;
  /** As it was read. */
  version: number;
};

/** Which of a station's trips. */
export type BoardSide =
  /** Those that passengers get off. */
  | 'ARRIVALS'
  /** Those that passengers get on. */
  | 'DEPARTURES';

export type BookEntryInput = {
  /** Above zero, whole units of the currency. */
  amount: string;
  /** Code of the account that is credited. To withhold something: `WITHHELD`. */
  credit: string;
  /** ISO 4217. */
  currency: string;
  /** To which day it belongs, by the clock of the home station; not after today. */
  day: string;
  /** Code of the account that is debited. To withhold something from a carrier: its account. */
  debit: string;
  /** Number of the paper that it follows, to 60 letters. */
  document?: string | null | undefined;
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  /** What for, to 300 letters. */
  reason: string;
};

/** A price by distance, in whole units of the currency. */
export type ByDistanceInput = {
  /** To begin with. */
  base: string;
  /** ISO 4217. */
  currency: string;
  /** No price is less. */
  least?: string;
  /** For each kilometre. */
  perKm: string;
  /** Prices are rounded to the nearest multiple of it. */
  step: string;
};

export type CancelInvoiceInput = {
  id: string | number;
  /** At most 300 characters. */
  reason: string;
};

/** Which carriers; everything given has to fit. */
export type CarrierFilterInput = {
  /** Only those that are blocked, or only those that are not. */
  blocked?: boolean | null | undefined;
  /** A part of a name, the code or the INN, in any language. */
  text?: string | null | undefined;
};

/** By what carriers are listed. */
export type CarrierSort =
  /** Its code. */
  | 'CODE'
  /** Its INN; those without one first. */
  | 'INN'
  /** Its name in the viewer's language. */
  | 'NAME'
  /** Those on sale, those that are not in the timetable, those that are blocked; by name within. */
  | 'STATE';

/** The list of `carrierRecords`, as that field takes it. */
export type CarriersExportInput = {
  direction?: SortDirection;
  filter?: CarrierFilterInput | null | undefined;
  sort?: CarrierSort;
};

/** Cash of one currency. */
export type CashInput = {
  /** Whole units, not below zero. */
  amount: string;
  /** ISO 4217. */
  currency: string;
};

/** What happens to the money of a shift. */
export type CashKind =
  /** Cash handed over to the station's safe. */
  | 'COLLECTION'
  /** What was counted at the end differs from what should have been there. */
  | 'DIFFERENCE'
  /** What the cashier begins with, for change. */
  | 'FLOAT'
  /** Cash put in. */
  | 'IN'
  /** Cash taken out for an expense. */
  | 'OUT'
  | 'RETURN'
  | 'SALE';

/** Why cash is put into a till or taken out of it. */
export type CashMove =
  /** Cash is handed over to the station's safe. */
  | 'COLLECTION'
  /** Cash is put in, for example more change. */
  | 'IN'
  /** Cash is taken out for an expense. */
  | 'OUT';

export type CellInput = {
  col: number;
  kind: CellKind;
  /** A remark for those who work with the layout, to 200 letters. */
  note?: string | null | undefined;
  row: number;
  /** Of a seat, and of nothing else. */
  seat?: SeatInput | null | undefined;
};

/** What stands in a cell. */
export type CellKind =
  | 'AISLE'
  | 'DOOR'
  | 'DRIVER'
  | 'GUIDE'
  | 'LUGGAGE'
  | 'SEAT'
  | 'STAIRS'
  | 'TABLE'
  | 'TOILET';

/** How the customer is reached from now on. */
export type ChangeContactInput = {
  email: string;
  orderId: string | number;
  /** With the country's code; without one it is taken as Kyrgyz. */
  phone: string;
  /** As it was read. */
  version: number;
};

/** A passenger as they are to be. */
export type ChangePassengerInput = {
  birthDate: string;
  /** ISO 3166-1 alpha-2. */
  citizenship: string;
  documentKind: DocumentKind;
  /** Null: the one that is known stays; staff see its last characters alone. */
  documentNumber?: string | null | undefined;
  firstName: string;
  lastName: string;
  middleName?: string | null | undefined;
  orderId: string | number;
  passengerId: string | number;
  /** Of the order, as it was read. */
  version: number;
};

export type ChangeTripsInput = {
  action: TripsAction;
  /** With DELAY: later than planned, 0 for on time after all; at most 1440. */
  minutes?: number | null | undefined;
  /** Tell everybody whom a delay or another platform concerns by mail and SMS. A cancellation is always told. */
  notify?: boolean;
  /** With SET_PLATFORM: what is written on the platform's sign; null: as planned. */
  platform?: string | null | undefined;
  /** With SET_PLATFORM: where; trips that do not call there are rejected. */
  stationId?: string | number | null | undefined;
  /** At most 200; a trip that is named twice is changed once. */
  tripIds: Array<string | number>;
};

export type ClosePeriodInput = {
  /** On the clock of the home station: this day and all before it are closed. */
  lastDay: string;
};

export type CloseRegisterShiftInput = {
  id: string | number;
};

export type CloseShiftInput = {
  /** The cash that the cashier has counted, by currency: each that the till should have, and each that is there. */
  counted: Array<CashInput>;
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  /** Needed where what was counted differs from what should be there. At most 500 characters. */
  note?: string | null | undefined;
};

/** A section of road, and for how long it is closed. */
export type ClosedSectionInput = {
  /** False: only trips from `from` to `to` are stopped. */
  bothWays?: boolean;
  /** In the zone of `from`; after `startsAt`, and not in the past. None: not known when. */
  endsAt?: string | null | undefined;
  /** A town or a station, as of `places`. */
  from: string | number;
  /** In the zone of `from`. */
  startsAt: string;
  /** A town or a station, as of `places`. */
  to: string | number;
};

/** By what closed sections are listed. */
export type ClosureSort =
  /** When it opens; those without an end after all others. */
  | 'ENDS'
  /** When it closes. */
  | 'STARTS';

/** Where a closure stands now. */
export type ClosureState =
  /** The road is closed. */
  | 'CLOSED'
  /** The road is closed later. */
  | 'COMING'
  /** The road was opened in its time. */
  | 'ENDED'
  /** The closure was lifted before its time. */
  | 'LIFTED';

/** By what those who have tickets are listed. */
export type ClosureTicketSort =
  /** The trip's departure, then the seat. */
  | 'DEPARTURE'
  /** The order's number. */
  | 'ORDER'
  /** Last and first name; those without one first. */
  | 'PASSENGER'
  /** The price of the ticket. */
  | 'PRICE';

/** The list of `closureTickets`, as that field takes it. */
export type ClosureTicketsExportInput = {
  direction?: SortDirection;
  /** Of the closure. */
  id: string | number;
  sort?: ClosureTicketSort;
};

/** The list of `closures`, as that field takes it. */
export type ClosuresExportInput = {
  direction?: SortDirection;
  /** Those of the past. */
  past?: boolean;
  sort?: ClosureSort;
};

/** What the station earns with a ticket. */
export type CommissionInput = {
  kind: CommissionKind;
  /** From 0 to 100 per cent, or som for each ticket; at most two digits after the point. */
  value: string;
};

/** How a commission is counted. */
export type CommissionKind =
  /** For each ticket. */
  | 'FIXED'
  /** Of the fare. */
  | 'PERCENT';

/** The list of `companies`, as that field takes it. */
export type CompaniesExportInput = {
  direction?: SortDirection;
  filter?: CompanyFilterInput | null | undefined;
  sort?: CompanySort;
};

/** Which companies; everything given has to fit. */
export type CompanyFilterInput = {
  /** A part of the name or of the contract's number, or the beginning of the INN. */
  text?: string | null | undefined;
};

/** What an invoice is for. */
export type CompanyInvoiceKind =
  /** A sum that is asked for before anything is bought. */
  | 'ADVANCE'
  /** What was bought and given back since the one before it; it has an act, too. */
  | 'PERIOD';

/** A price of the contract for some of what is sold: all that it names has to fit, and it names something. */
export type CompanyPriceInput = {
  /** A code of `passengerCategories`. CATEGORY_NOT_HERE. */
  category?: string | null | undefined;
  /** From 0, where such fares are paid whole, to 50. PERCENT. */
  percent: string;
  /** NO_SUCH_ROUTE. */
  routeId?: string | number | null | undefined;
  /** Of the line: `minibus`, `coach`, … SERVICE_CLASS. */
  serviceClass?: string | null | undefined;
};

/** By what companies are listed. */
export type CompanySort =
  /** When its contract ends; those without an end last. */
  | 'CONTRACT_TO'
  /** Its INN. */
  | 'INN'
  /** Its name. */
  | 'NAME';

/** Takes an offer. */
export type ConfirmExchangeInput = {
  exchangeId: string | number;
  /** The customer need not pay the difference. Needs OVERRULE_ORDERS and `overrule`. */
  forgo?: boolean;
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  orderId: string | number;
  /**
   * Why the rules do not count: for a difference that is forgone, and for a ticket that was boarded with or whose trip
   * has left. Needs OVERRULE_ORDERS.
   */
  overrule?: string | null | undefined;
};

/** Accepts an offer. */
export type ConfirmRefundInput = {
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  order: OrderRefInput;
  quoteId: string | number;
  /**
   * For staff who may return tickets: DESK to pay the money out by hand. For the signed-in buyer, and for staff on their
   * behalf: WALLET, at once to the buyer's internal account; NO_WALLET where there is none. Otherwise it goes the way it
   * came, and what came by hand waits at a desk.
   */
  way?: RefundWay | null | undefined;
};

/** Where a contract stands on a day. */
export type ContractState =
  | 'CURRENT'
  | 'ENDED'
  | 'FUTURE';

export type CorrectReceiptInput = {
  /** Why, or by which order of whom: to 200 letters. */
  basis: string;
  /** In cash; whole som. */
  cash?: string;
  /** By card or otherwise without cash. */
  cashless?: string;
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  kind: CorrectionKind;
  /** What was sold or given back, to 128 letters. */
  name: string;
  /** Which register records it; it has to be switched on. */
  registerId: string | number;
  /** The day on which the money moved: not to come. */
  settledOn: string;
  /** Tax within the sum: from 0 to 50 per cent; null: without tax. */
  taxPercent?: string | null | undefined;
};

/** Which way a correction goes. */
export type CorrectionKind =
  /** A return that was not recorded in its time, or a sale recorded with too much. */
  | 'RETURN'
  /** A sale that was not recorded in its time, or with too little. */
  | 'SALE';

/** A grid of cells; row 1 is the front, column 1 the left side in driving direction. */
export type DeckInput = {
  /** Cells that hold something; the rest is floor. */
  cells: Array<CellInput>;
  /** To 12. */
  cols: number;
  /** 1 is the lower deck; to 4. */
  level: number;
  /** To 40. */
  rows: number;
};

/** No to a refund beyond the rules. */
export type DeclineRefundInput = {
  /** Why, for who asked; at most 500 characters. */
  note: string;
  refundId: string | number;
};

/** How far a version is on its way. */
export type DeliveryState =
  /** The receiver has taken it. */
  | 'DELIVERED'
  /** Refused, or not answered for long: somebody has to look at it. */
  | 'FAILED'
  /** To be sent, or sent again. */
  | 'WAITING';

/** How prices follow demand. */
export type DemandInput = {
  /** By hours before departure; at most 12. */
  ahead?: Array<DemandStepInput>;
  /** None is above, from 100 to 400. */
  ceiling: string;
  /** No price is below so many per cent of the fare for the seat's class, from 1 to 100. */
  floor: string;
  /** By per cent of the seats that are sold on the fullest leg of the ride; at most 12. */
  occupancy?: Array<DemandStepInput>;
};

/** From so much on, until the next step. */
export type DemandStepInput = {
  /** Per cent of seats that are sold, from 0 to 100, or hours before departure, to a year; above the step before it. */
  from: number;
  /** On top of the fare, to 300; below zero, to -90: off it. */
  percent: string;
};

/** A single date that is not as its weekday. */
export type DepartureDateInput = {
  date: string;
  /** True: runs on that date; false: does not. */
  runs: boolean;
};

/** Which receivers of manifests; everything given has to fit. */
export type DestinationFilterInput = {
  /** Only those that are sent to, or only those that are not. */
  active?: boolean | null | undefined;
  /** Those of this carrier's trips alone. */
  carrierId?: string | number | null | undefined;
  format?: ExchangeFormat | null | undefined;
  /** In the name or the address. */
  text?: string | null | undefined;
};

/** By what receivers of manifests are listed. */
export type DestinationSort =
  | 'FORMAT'
  | 'NAME'
  /** Those that are sent to last. */
  | 'STATE'
  /** The address. */
  | 'URL';

/** The list of `manifestDestinations`, as that field takes it. */
export type DestinationsExportInput = {
  direction?: SortDirection;
  filter?: DestinationFilterInput | null | undefined;
  sort?: DestinationSort;
};

/** What is done about a difference. */
export type DifferenceAction =
  /** It stays as it is, for a reason that is written down. */
  | 'ACCEPT'
  /**
   * The gateway is asked about the payment once more; what it says is heeded as any of its news. Of payments that are
   * STATE_DIFFERS, MISSING_THERE or SUM_DIFFERS.
   */
  | 'ASK'
  /** The difference of the fee is booked in the ledger. Of FEE_DIFFERS. */
  | 'BOOK_FEE';

/** Kinds of identity documents. */
export type DocumentKind =
  | 'BIRTH_CERTIFICATE'
  | 'FOREIGN_PASSPORT'
  /** Kyrgyz identity card: ID and seven digits. */
  | 'ID_CARD'
  /** Kyrgyz passport: two letters and seven digits. */
  | 'PASSPORT'
  /** Kyrgyz personal number: 14 digits with the date of birth. */
  | 'PIN';

/** Which drivers; everything given has to fit. */
export type DriverFilterInput = {
  /** Only those who work, or only those who do not. */
  active?: boolean | null | undefined;
  carrierId?: string | number | null | undefined;
  /** Beginning of a name, or a phone number. */
  text?: string | null | undefined;
};

/** By what drivers are listed. */
export type DriverSort =
  /** The carrier's name in the viewer's language. */
  | 'CARRIER'
  /** Last name, as texts are sorted. */
  | 'NAME';

/** The list of `drivers`, as that field takes it. */
export type DriversExportInput = {
  direction?: SortDirection;
  filter?: DriverFilterInput | null | undefined;
  sort?: DriverSort;
};

export type DropExchangeInput = {
  exchangeId: string | number;
  orderId: string | number;
};

export type DropHolidayInput = {
  date: string;
  /** As it was read. */
  version: number;
};

export type DropQuotaInput = {
  id: string | number;
  /** As it was read. */
  version: number;
};

/** What a merchant's agreement about the national QR code says. */
export type ElqrMerchantInput = {
  /** Four digits: what is sold; 4131 are bus lines. */
  mcc: string;
  /** The bank's number of the merchant, where it has one apart. To 32 characters. */
  merchant?: string | null | undefined;
  /** As the payer's app shows it, to 25 characters. */
  name: string;
  /** Of the bank: `qr.bank.kg`. To 32 characters. */
  provider: string;
  /** The merchant's account or number there. To 32 characters. */
  recipient: string;
  /** Where links lead, `https://pay.payqr.kg/` for every bank's app. */
  router: string;
  /** The bank's code of the service. To 32 characters. */
  service: string;
};

export type EndTariffRuleInput = {
  code: string;
  /** Not for what is sold from this day on by the clock of the home station; without it from now on. */
  from?: string | null | undefined;
  /** As it was read. */
  version: number;
};

/** What was written on a blank when it was sold by hand. */
export type EnterBlankInput = {
  /** As it is printed, `АБ 000123`, however it is spaced. */
  blank: string;
  /** What was taken by card. */
  card?: string;
  /** Of the card's slip. At most 40 characters. */
  cardReference?: string | null | undefined;
  /** What was taken in cash; whole units of the tariff's currency. */
  cash?: string;
  /** A code of `passengerCategories`. */
  category?: string;
  /** Sequence of the boarding call. */
  from: number;
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  /** Null: nobody's name was written down. */
  passenger?: PaperPassengerInput | null | undefined;
  /** To tell the passenger of changes. */
  phone?: string | null | undefined;
  /** Why cash and card together are another sum than the tariff says. At most 200 characters. */
  reason?: string | null | undefined;
  /** The seat's label, where seats are numbered. */
  seat?: string | null | undefined;
  /** When it was sold, by the clock of the desk's station. */
  soldAt: string;
  /** Without a seat: it was sold to somebody else meanwhile. */
  standing?: boolean;
  /** Sequence of the alighting call. */
  to: number;
  tripId: string | number;
};

/** How a manifest is written down for a receiver. */
export type ExchangeFormat =
  | 'JSON'
  | 'XML';

/** One ticket and the ride that is wanted for it. Its baggage and extras go with it. */
export type ExchangeMoveInput = {
  /** Sequence of the boarding call. */
  from: number;
  /** Of the ticket's seat. */
  lineId: string | number;
  /** Its label; null for all who go on that ride: the best seats are chosen. */
  seat?: string | null | undefined;
  /** Sequence of the alighting call. */
  to: number;
  /** The same trip for another seat, or another trip. */
  tripId: string | number;
};

/** Where an exchange stands. */
export type ExchangeState =
  /** The old tickets are void, the new ones issued. */
  | 'DONE'
  /** The time has ended or it was given up: everything is as before. */
  | 'ENDED'
  /** Offered, not taken. */
  | 'QUOTED'
  /** The new seats are held until the difference is paid; the old tickets are good. */
  | 'WAITING';

/** What kind of file. */
export type ExportFormat =
  /** UTF-8 with a byte order mark; texts that begin like a formula have an apostrophe before them. */
  | 'CSV'
  /** A workbook with typed cells: times on the clock of their stop or of the home station, amounts as numbers. */
  | 'XLSX';

export type ExportInvoiceInput = {
  id: string | number;
  paper: InvoicePaper;
};

export type ExportListInput = {
  /**
   * The codes of the columns, in their order; empty: all that there are. An amount takes two: the number and the
   * currency.
   */
  columns?: Array<string>;
  format: ExportFormat;
  /** The list with its filter and order. */
  list: ExportedListInput;
};

export type ExportReportInput = {
  /** Of the figure. */
  currency?: string | null | undefined;
  definition: ReportDefinitionInput;
  format: ExportFormat;
  /**
   * The rows behind a figure, by the keys of its groups; none: the report's groups with subtotals and totals, or, of a
   * report without groups, all its rows with a total.
   */
  path?: Array<string | null | undefined> | null | undefined;
};

export type ExportSettlementInput = {
  format: ActFormat;
  id: string | number;
};

/** Which list: exactly one of these. */
export type ExportedListInput =
  {   announcements: AnnouncementsExportInput; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never;   approvals: ApprovalsExportInput; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never;   audit: AuditExportInput; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never;   blankBlocks: BlankBlocksExportInput; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never;   carriers: CarriersExportInput; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never;   closureTickets: ClosureTicketsExportInput; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never;   closures: ClosuresExportInput; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never;   companies: CompaniesExportInput; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never;   destinations: DestinationsExportInput; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never;   drivers: DriversExportInput; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never;   fiscalReceipts: FiscalReceiptsExportInput; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never;   fiscalRegisters: FiscalRegistersExportInput; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never;   gatewayMessages: GatewayMessagesExportInput; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never;   gateways: GatewaysExportInput; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never;   holidays: HolidaysExportInput; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never;   jobs: JobsExportInput; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never;   layouts: LayoutsExportInput; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never;   ledgerPostings: LedgerPostingsExportInput; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never;   mailbox: MailboxExportInput; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never;   orders: OrdersExportInput; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never;   partners: PartnersExportInput; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never;   permits: PermitsExportInput; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never;   promotions: PromotionsExportInput; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never;   refundRequests: RefundRequestsExportInput; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never;   registries: RegistriesExportInput; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never;   registryDifferences: RegistryDifferencesExportInput; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never;   roles: RolesExportInput; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never;   routes: RoutesExportInput; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never;   settlements: SettlementsExportInput; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never;   shifts: ShiftsExportInput; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never;   staff: StaffExportInput; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never;   stations: StationsExportInput; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never;   tariff: TariffExportInput; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never;   terminalNetworks: TerminalNetworksExportInput; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never;   terminalRequests: TerminalRequestsExportInput; trips?: never; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never;   trips: TripsExportInput; vehicles?: never; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never;   vehicles: VehiclesExportInput; waitingRefunds?: never; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never;   waitingRefunds: WaitingRefundsExportInput; wallets?: never; }
  |  { announcements?: never; approvals?: never; audit?: never; blankBlocks?: never; carriers?: never; closureTickets?: never; closures?: never; companies?: never; destinations?: never; drivers?: never; fiscalReceipts?: never; fiscalRegisters?: never; gatewayMessages?: never; gateways?: never; holidays?: never; jobs?: never; layouts?: never; ledgerPostings?: never; mailbox?: never; orders?: never; partners?: never; permits?: never; promotions?: never; refundRequests?: never; registries?: never; registryDifferences?: never; roles?: never; routes?: never; settlements?: never; shifts?: never; staff?: never; stations?: never; tariff?: never; terminalNetworks?: never; terminalRequests?: never; trips?: never; vehicles?: never; waitingRefunds?: never;   wallets: WalletsExportInput; };

/** Which receipts; everything given has to fit. */
export type FiscalReceiptFilterInput = {
  /** First and last day on which they came to be, on the site's calendar, inclusive. */
  from?: string | null | undefined;
  kinds?: Array<FiscalReceiptKind> | null | undefined;
  registerId?: string | number | null | undefined;
  states?: Array<FiscalReceiptState> | null | undefined;
  /** An order's number in any form, or the number of the fiscal document. */
  text?: string | null | undefined;
  to?: string | null | undefined;
};

/** What a receipt records. */
export type FiscalReceiptKind =
  | 'RETURN'
  /** A return that was not recorded in its time, or a sale recorded with too much. */
  | 'RETURN_CORRECTION'
  | 'SALE'
  /** A sale that was not recorded in its time, or with too little. */
  | 'SALE_CORRECTION';

/** By what receipts are listed. */
export type FiscalReceiptSort =
  | 'AMOUNT'
  /** FD: its number in the register's module. */
  | 'DOCUMENT'
  /** When it came to be. */
  | 'MADE';

/** How far a receipt has come. */
export type FiscalReceiptState =
  | 'DONE'
  /** The register has refused it: see `problem`. */
  | 'FAILED'
  /** In the register's queue. */
  | 'QUEUED'
  /** The register was told, and has not said yet that it is recorded. */
  | 'SENDING'
  /** Of a return whose money has not moved yet. */
  | 'WAITING';

/** The list of `fiscalReceipts`, as that field takes it. */
export type FiscalReceiptsExportInput = {
  direction?: SortDirection;
  filter?: FiscalReceiptFilterInput | null | undefined;
  sort?: FiscalReceiptSort;
};

/** How a register is doing. */
export type FiscalRegisterHealth =
  /** It did not answer last time; it is asked again by itself, after `nextTryAt`. */
  | 'FAILING'
  | 'GOOD'
  /** It was never asked, or is switched off. */
  | 'IDLE';

/** By what registers are listed. */
export type FiscalRegisterSort =
  /** When it was made. */
  | 'MADE'
  | 'NAME';

/** The list of `fiscalRegisters`, as that field takes it. */
export type FiscalRegistersExportInput = {
  direction?: SortDirection;
  sort?: FiscalRegisterSort;
};

/** What speaks to a gateway. */
export type GatewayKind =
  /** Cards, on the bank's page: the money is kept ready there and taken when the order can be bought. */
  | 'CARD'
  /** The national QR code, made here. */
  | 'ELQR'
  /** A bank that makes a QR code for each payment. */
  | 'QR'
  /** The bank of demonstrations: it takes no money, and is not there in production. */
  | 'SANDBOX';

/** What a message of a gateway is about. */
export type GatewayMessageAbout =
  /** It has told by itself. */
  | 'CALLBACK'
  /** Answer to taking money that was kept ready. */
  | 'CAPTURE'
  /** Answer to a new payment. */
  | 'CREATE'
  /** Answer to giving money back. */
  | 'REFUND'
  /** Answer to what became of a payment. */
  | 'STATUS'
  /** Answer to the test of the office. */
  | 'TEST'
  /** Answer to letting money go that was kept ready. */
  | 'VOID';

/** Which messages; everything given has to fit. */
export type GatewayMessageFilterInput = {
  about?: GatewayMessageAbout | null | undefined;
  /** Of one gateway. */
  gatewayId?: string | number | null | undefined;
  outcome?: GatewayMessageOutcome | null | undefined;
  /** Of the payments of one order, by its number in any form. */
  text?: string | null | undefined;
  /** Those that somebody should look at. */
  trouble?: boolean;
};

/** What was made of a message of a gateway. */
export type GatewayMessageOutcome =
  /** Somebody who does not know the key. */
  | 'BAD_SIGNATURE'
  /** It says that a payment has failed which was paid: the payment stays paid. */
  | 'FAILED_AFTER_PAID'
  /** It could not be taken for a fault of ours; the gateway tells it again. */
  | 'FAULT'
  | 'NO_ANSWER'
  /** It refused, or did not know the payment. */
  | 'REFUSED'
  /** The same event came before: nothing is done twice. */
  | 'REPEATED'
  /** It was heeded, or answered what was asked. */
  | 'TAKEN'
  | 'UNKNOWN_PAYMENT'
  | 'UNREADABLE'
  /** Money of another currency than was asked for: nothing is sold for it. */
  | 'WRONG_CURRENCY'
  /** Money of another amount than was asked for: nothing is sold for it. */
  | 'WRONG_SUM';

/** By what messages are listed: by time alone, since they grow without end. */
export type GatewayMessageSort =
  /** When it came. */
  | 'AT';

/** The list of `gatewayMessages`, as that field takes it. */
export type GatewayMessagesExportInput = {
  direction?: SortDirection;
  filter?: GatewayMessageFilterInput | null | undefined;
  sort?: GatewayMessageSort;
};

/** By what gateways are listed. */
export type GatewaySort =
  | 'CODE'
  /** When it was made. */
  | 'MADE'
  /** As customers see them. */
  | 'POSITION';

/** The list of `gateways`, as that field takes it. */
export type GatewaysExportInput = {
  direction?: SortDirection;
  sort?: GatewaySort;
};

/** One passenger to hold for. */
export type HoldPassengerInput = {
  /** A code of `passengerCategories`. */
  category: string;
};

/** Seats for everybody on all rides, all or nothing. */
export type HoldSeatsInput = {
  /** Made by the client once for each attempt, 16 to 64 characters: the same key and input hold once. */
  idempotencyKey: string;
  /** At most 20. */
  passengers: Array<HoldPassengerInput>;
  /** In the order of travel, at most 6. */
  segments: Array<HoldSegmentInput>;
};

/** One ride to hold. */
export type HoldSegmentInput = {
  direction?: SegmentDirection;
  /**
   * What the customer has seen: the prices of the seats for adults as `seatMap` tells them, added up over those who need a
   * seat. Where they cost more by now, nothing is held and the answer is PriceChanged; null: whatever it costs.
   */
  expectedPrice?: string | null | undefined;
  /** Sequence of the boarding call. */
  from: number;
  /** `planId` of the seat map on which they were chosen: if the trip has another vehicle by now, they are SeatsTaken. */
  planId?: string | number | null | undefined;
  /**
   * One label for each passenger who needs a seat, in the order of the passengers; null: the best seats are chosen.
   * Not used where seats are not numbered.
   */
  seats?: Array<string> | null | undefined;
  /** Sequence of the alighting call. */
  to: number;
  tripId: string | number;
};

/** Which days; everything given has to fit. */
export type HolidayFilterInput = {
  /** Only days whose date is certain, or only those that may still be another. */
  certain?: boolean | null | undefined;
  /** Only days off, or only working days. */
  nonWorking?: boolean | null | undefined;
  /** Only shortened days, or only those that are not. */
  shortenedDay?: boolean | null | undefined;
  /** In the name, in any language. */
  text?: string | null | undefined;
  /** From 1900 to 2200; otherwise BAD_INPUT. */
  year?: number | null | undefined;
};

/** By what holidays are listed. */
export type HolidaySort =
  | 'DATE'
  /** Days off, shortened days, working days. */
  | 'KIND'
  /** In the viewer's language. */
  | 'NAME';

/** The list of `holidays`, as that field takes it. */
export type HolidaysExportInput = {
  direction?: SortDirection;
  filter?: HolidayFilterInput | null | undefined;
  sort?: HolidaySort;
};

export type ImportLayoutsInput = {
  /** The text of a file as `layoutFile` makes it. */
  json: string;
  /** Layouts whose code is there already get a new version; otherwise each is an error. */
  replace?: boolean;
};

export type InviteStaffInput = {
  /** Needed for a carrier's representative: whose trips alone they see. */
  carrierId?: string | number | null | undefined;
  /** Desks where alone they sell, of their stations; none: at all. */
  deskIds?: Array<string | number>;
  email: string;
  firstName: string;
  /** Of mails to them. */
  language?: Language;
  lastName: string;
  /** A role's code. */
  role: string;
  /** Stations whose trips alone they see and run; none: of all. */
  stationIds?: Array<string | number>;
};

/** Which of an invoice's papers. */
export type InvoicePaper =
  /** What was bought and given back, for both to sign; not of an advance. */
  | 'ACT'
  /** What is to be paid, and until when. */
  | 'INVOICE';

/** A block as it came from the printing house. */
export type IssueBlanksInput = {
  /** To which desk it is given; null: it lies in the store. */
  deskId?: string | number | null | undefined;
  firstNumber: number;
  /** A block has 1000 blanks at most. */
  lastNumber: number;
  /** At most 200 characters. */
  note?: string | null | undefined;
  /** Letters that stand before the number, at most six. */
  series: string;
};

export type IssueInvoiceInput = {
  /** Of an advance: the sum, whole som with two digits after the point at most. Either this or the day. */
  advance?: string | null | undefined;
  companyId: string | number;
  /** Of a period: its last day, on the clock of the home station, today at the latest. It begins where the one before it ends. */
  endsOn?: string | null | undefined;
};

/** By what jobs are listed. */
export type JobSort =
  /** When it was promised. */
  | 'CREATED';

export type JobState =
  | 'DONE'
  /** Given up: somebody has to look at it. */
  | 'FAILED'
  | 'RUNNING'
  /** For its time, or for another try. */
  | 'WAITING';

/** The list of `jobs`, as that field takes it. */
export type JobsExportInput = {
  direction?: SortDirection;
  sort?: JobSort;
  state?: JobState | null | undefined;
};

/** Which journeys to leave in; every condition has to hold. */
export type JourneyFilterInput = {
  /** All segments by one of these carriers. */
  carriers?: Array<string | number> | null | undefined;
  /** HH:MM by the clock of the boarding stop. */
  departAfter?: string | null | undefined;
  /** HH:MM by the clock of the boarding stop. */
  departBefore?: string | null | undefined;
  kinds?: Array<RouteKind> | null | undefined;
  /** 0: direct only. */
  maxChanges?: number | null | undefined;
  /** Only what is on sale and has seats for everybody. */
  onlyAvailable?: boolean | null | undefined;
  /** All segments by vehicles of these classes (minibus, coach, vip, doubledecker, suburban, rail). */
  vehicleClasses?: Array<string> | null | undefined;
};

/** The order of a search's journeys. */
export type JourneySort =
  | 'ARRIVAL'
  | 'DEPARTURE'
  /** The quickest first. */
  | 'DURATION'
  /** The cheapest first, those without a price last. */
  | 'PRICE';

/** Whether and why a journey can be bought. */
export type JourneyState =
  | 'CANCELLED'
  /** It has left the boarding stop. */
  | 'DEPARTED'
  /** See `notOnSaleReason` of its segments. */
  | 'NOT_ON_SALE'
  | 'ON_SALE'
  /** Nobody fits in any more. */
  | 'SOLD_OUT';

/** A language that the interface, mail and tickets speak. */
export type Language =
  | 'EN'
  | 'KY'
  | 'RU';

/** Pieces of one kind for one passenger on one ride. */
export type LaterAncillaryInput = {
  code: string;
  /** From 1. */
  count: number;
  /** As `laterAncillaries` of the order says. */
  passengerId: string | number;
  segmentIndex: number;
};

/** By what layouts are listed. */
export type LayoutSort =
  | 'CODE'
  /** In the viewer's language. */
  | 'NAME'
  | 'SEATS'
  /** By how many lines and vehicles have it. */
  | 'USES'
  | 'VEHICLE_CLASS'
  /** By how often it was saved. */
  | 'VERSION';

/** The list of `layoutRecords`, as that field takes it. */
export type LayoutsExportInput = {
  /** With those in the archive. */
  archived?: boolean;
  direction?: SortDirection;
  sort?: LayoutSort;
};

/** On which side of the balance an account stands. */
export type LedgerClass =
  /** What the station has, or others hold for it. */
  | 'ASSET'
  | 'EXPENSE'
  | 'INCOME'
  /** What it owes. */
  | 'LIABILITY';

/** Which postings; everything given has to fit. */
export type LedgerPostingFilterInput = {
  /** With a line on the account of this code, or on any of the kind: `WALLET`. */
  account?: string | null | undefined;
  /** With a line in this currency, ISO 4217; of the account, where one is given. */
  currency?: string | null | undefined;
  /** UTC: of this instant or later. */
  from?: string | null | undefined;
  kind?: PostingKind | null | undefined;
  /** UTC: of this instant or earlier. */
  to?: string | null | undefined;
};

/** By what postings are listed. */
export type LedgerPostingSort =
  /** To which instant they belong. */
  | 'AT';

/** Postings of the ledger. */
export type LedgerPostingsExportInput = {
  direction?: SortDirection;
  filter?: LedgerPostingFilterInput | null | undefined;
  sort?: LedgerPostingSort;
};

export type LiftClosureInput = {
  id: string | number;
  /** As it was read. */
  version: number;
};

export type LineKind =
  | 'BAGGAGE'
  /** What the station sells beside tickets. */
  | 'EXTRA'
  /** A seat, a place on a lap, or one without a seat. */
  | 'SEAT';

/** Where a line stands. */
export type LineState =
  /** Paid, the ticket is being issued. */
  | 'CONFIRMED'
  | 'EXCHANGED'
  /** The hold ended without payment. */
  | 'EXPIRED'
  /** Reserved until the hold ends. */
  | 'HELD'
  /** The ticket exists. */
  | 'ISSUED'
  | 'REFUNDED'
  /** Given up before payment. */
  | 'RELEASED'
  /** The ticket was read at boarding. */
  | 'USED';

/** The price of a ride between two stations. */
export type ListedPriceInput = {
  /** For an adult and without fees, in whole units of the list's currency. */
  amount: string;
  fromId: string | number;
  toId: string | number;
};

/** The list of `messages`, as that field takes it. */
export type MailboxExportInput = {
  direction?: SortDirection;
  sort?: MessageSort;
  /** In the receiver, the subject and the words. */
  text?: string | null | undefined;
};

export type MakeKeyInput = {
  /** Whom to call when something is wrong. */
  contact?: string | null | undefined;
  /** Lets them read the whole schema of the server, which makes developing against it easier. */
  introspection?: boolean;
  /** Of the partner, for the office. */
  name: string;
};

export type MakeSettlementInput = {
  carrierId: string | number;
  /** ISO 4217. */
  currency?: string;
  /** The last day. The first follows the settlement before; of the first one it is the day of the carrier's first sale. */
  endsOn: string;
};

/** Why a version was made. */
export type ManifestCause =
  /** At departure. */
  | 'DEPARTURE'
  /** By staff. */
  | 'OFFICE';

/** What has happened to a passenger between two versions. */
export type ManifestChangeKind =
  /** New in this version. */
  | 'ADDED'
  /** The same seat; something of the passenger is another. */
  | 'CORRECTED'
  /** On another seat. */
  | 'MOVED'
  /** No longer in this version. */
  | 'REMOVED';

/** What kind of file. */
export type ManifestFileFormat =
  /** UTF-8 with a byte order mark, for spreadsheets. */
  | 'CSV'
  | 'PDF';

/** What a point of the map is. */
export type MapPointKind =
  | 'BORDER'
  | 'PLACE'
  | 'STATION'
  | 'STOP';

export type MarkBlankInput = {
  /** As it is printed, `АБ 000123`. */
  blank: string;
  /** Why; at most 200 characters. */
  note?: string | null | undefined;
  /** SPOILT, LOST, or FREE again. */
  state: BlankState;
};

export type MessageChannel =
  | 'EMAIL'
  | 'SMS';

/** By what messages are listed. */
export type MessageSort =
  | 'CHANNEL'
  /** When it was written. */
  | 'CREATED'
  | 'STATE'
  /** Those without a subject first. */
  | 'SUBJECT'
  /** The receiver's address. */
  | 'TO';

export type MessageState =
  | 'FAILED'
  | 'QUEUED'
  | 'SENT';

export type MoveBlanksInput = {
  /** To which desk; null: back into the store. */
  deskId?: string | number | null | undefined;
  id: string | number;
  /** As it was read: a change on top of somebody else's is refused. */
  version: number;
};

export type MoveCashInput = {
  /** Above zero, whole units of the currency. */
  amount: string;
  /** ISO 4217. */
  currency: string;
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  kind: CashMove;
  /** What for, or to whom; needed for what is put in or taken out. At most 200 characters. */
  reason?: string | null | undefined;
};

export type MovePassengersInput = {
  /** The first trip does not run: whoever stays behind gets everything back, as with `cancelTrip`. */
  cancel?: boolean;
  /** Null: everybody with a ticket who can go, the others stay. Otherwise exactly these orders, or nothing is changed. */
  orderIds?: Array<string | number> | null | undefined;
  /** Who finds no seat of their class is given one of another. */
  otherClass?: boolean;
  /** Who sits where, as `tripMove` has proposed and the dispatcher corrected it; who is not named is seated around them. */
  seats?: Array<SeatForInput>;
  /** The trip that carries them from now on. */
  toTripId: string | number;
  tripId: string | number;
};

/** Why a trip cannot be bought from stop to stop. */
export type NotOnSaleReason =
  | 'CANCELLED'
  /** Closed by the station. */
  | 'CLOSED'
  /** It has left the boarding stop. */
  | 'DEPARTED'
  /** The carrier may not carry passengers between these stops, as on a ride within another country. */
  | 'NOT_CARRIED'
  /** Tickets are sold at the desk or on board only. */
  | 'NOT_SOLD_ONLINE'
  | 'NOT_YET_OPEN'
  /** Passengers may not get on at the one stop, or off at the other. */
  | 'NO_BOARDING_HERE'
  /** The tariff has no price for this pair of stops: the carrier may not or does not carry between them. */
  | 'NO_PRICE'
  /** A section of the trip's road is closed. */
  | 'ROAD_CLOSED'
  /** The time before departure when sale ends has begun. */
  | 'SALE_ENDED'
  /** The trip does not stop at the one stop or the other after all. */
  | 'STOP_SKIPPED';

/** What a public holiday makes of a departure. */
export type OnHolidays =
  /** It does not run. */
  | 'NONE'
  /** It runs as on a Sunday. */
  | 'SUNDAY'
  /** It runs as on any such weekday. */
  | 'USUAL';

export type OpenShiftInput = {
  /** Where the cashier sits down: one of `desks`. */
  deskId: string | number;
  /** Cash taken from the station's safe to give change with, by currency. May be empty. */
  float?: Array<CashInput>;
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
};

/** When a station is open on a weekday, by its own clock. */
export type OpeningHoursInput = {
  /** Minutes after midnight, from 1 to 1440; earlier than it opens: on the next day. */
  closes: number;
  /** Minutes after midnight, from 0 to 1439. */
  opens: number;
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
};

/** What has happened. */
export type OrderEventKind =
  /** Seats were held; `code` is the channel. */
  | 'CREATED'
  /** Tickets were given for others. */
  | 'EXCHANGED'
  /** Other seats are held for tickets until the difference is paid. */
  | 'EXCHANGE_WAITS'
  /** The hold ended without payment. */
  | 'HOLD_ENDED'
  | 'MESSAGE_FAILED'
  | 'MESSAGE_SENT'
  /** `code` is the channel, `text` the receiver and the subject. */
  | 'MESSAGE_WAITS'
  | 'MONEY_RETURNED'
  /** Written down by staff: `text`. */
  | 'NOTE'
  /** `code` is the way of payment, `text` what people call it. */
  | 'PAID'
  /** A ticket was read at boarding; `code` is the outcome, `text` the ticket. */
  | 'PASSAGE'
  /** Taken for boarded by mistake. */
  | 'PASSAGE_UNDONE'
  /** Everybody was named for the first time. */
  | 'PASSENGERS_NAMED'
  /** Somebody was taken out of it before payment. */
  | 'PASSENGER_DROPPED'
  /** `text` is the gateway's reason. */
  | 'PAYMENT_FAILED'
  /** `code` is the way of payment. */
  | 'PAYMENT_STARTED'
  /** An offer was accepted, or given by the station; `code` is the reason. */
  | 'REFUND_ACCEPTED'
  /** `text` is the gateway's reason. */
  | 'REFUND_FAILED'
  /** Staff did something to the order; `code` is the action of the audit log. */
  | 'STAFF_CHANGE'
  /** `text` is the numbers of the tickets. */
  | 'TICKETS_ISSUED'
  /** Given back or replaced; `text` is the numbers. */
  | 'TICKETS_VOID'
  /**
   * Staff did something to a trip of it; `code` is the action of the audit log, `text` what came of it: the delay, the
   * state, the platform, the vehicle, the stop, from which trip to which.
   */
  | 'TRIP_CHANGE';

/** Which orders to list; everything given has to fit. */
export type OrderFilterInput = {
  /** Where it was made: WEB, DESK, PARTNER, TERMINAL, ONBOARD or BOT. Those that were paid at a terminal are TERMINAL's too. */
  channel?: string | null | undefined;
  /** Made on or after that day, in the station's zone. */
  from?: string | null | undefined;
  status?: OrderStatus | null | undefined;
  /**
   * Beginning of the number (with or without `BK-`), a ticket's number or its blank's, a payment's id or the gateway's;
   * for who may see passengers also the beginning of a last name, of first and last name in either order, an e-mail, a phone or a
   * document number.
   */
  text?: string | null | undefined;
  /** Made on or before that day. */
  to?: string | null | undefined;
  tripId?: string | number | null | undefined;
};

/** Names an order. */
export type OrderRefInput = {
  id: string | number;
  /** From the order's link; not needed by its signed-in owner. */
  secret?: string | null | undefined;
};

/**
 * By what orders are listed: each has an index of its own, so that a page of a million orders comes as quickly as one of a
 * thousand. What an order costs and its status are not kept with it, and are nothing to sort by.
 */
export type OrderSort =
  /** When it was made. */
  | 'CREATED'
  /** When its first trip leaves. */
  | 'DEPARTURE'
  /** Its number, as texts are sorted. */
  | 'NUMBER';

/** What an order is, as its lines and the clock imply. */
export type OrderStatus =
  /** Given up before payment. */
  | 'CANCELLED'
  /** The hold ended without payment. */
  | 'EXPIRED'
  /** Waits for payment. */
  | 'HELD'
  | 'PAID'
  | 'PARTLY_REFUNDED'
  | 'REFUNDED';

/** The list of `orders`, as that field takes it. */
export type OrdersExportInput = {
  direction?: SortDirection;
  filter?: OrderFilterInput | null | undefined;
  sort?: OrderSort;
};

/** Which refunds beyond the rules; everything given has to fit. */
export type OverruleFilterInput = {
  /** Asked for on this day or later, by the home station's clock. */
  from?: string | null | undefined;
  reason?: OverruleReason | null | undefined;
  state?: OverruleState | null | undefined;
  /** The beginning of the order's number, with or without `BK-`. */
  text?: string | null | undefined;
  /** Asked for on this day or before. */
  to?: string | null | undefined;
};

/** Why staff give back more than the rules. */
export type OverruleReason =
  /** The same with a medical note. */
  | 'CERTIFIED_MEDICAL_CONDITION'
  /** A connection was missed through no fault of the passenger. */
  | 'CONNECTION_BROKEN'
  /** The trip was disturbed. */
  | 'DISRUPTION'
  /** Something of the vehicle or the station did not work. */
  | 'EQUIPMENT_FAILURE'
  /** The passenger could not travel. */
  | 'INABILITY_TO_TRAVEL'
  /** Paid twice, or the payment went wrong. */
  | 'PAYMENT_FAILURE'
  /** Whoever sold the ticket made a mistake. */
  | 'SALES_STAFF_ERROR';

/** A return beyond the rules. */
export type OverruleRefundInput = {
  /** Baggage and extras go with their seat; where it is not named, nothing of it is withheld. */
  lines: Array<OverruledLineInput>;
  /** For who approves it and who looks through it later; at most 500 characters. */
  note: string;
  orderId: string | number;
  reason: OverruleReason;
  /** The fees of the station and of the sale come back too. */
  returnFees?: boolean;
};

/** By what refunds beyond the rules are listed. */
export type OverruleSort =
  | 'ASKED'
  /** By what is given beyond the rules. */
  | 'BEYOND'
  /** Those that wait after all others. */
  | 'DECIDED';

/** Where a refund beyond the rules stands. */
export type OverruleState =
  | 'APPROVED'
  /** Carried out by who asked: it was no more than the station lets one person give. */
  | 'AT_ONCE'
  /** Nothing has moved. */
  | 'DECLINED'
  /** Counted, and not taken. */
  | 'OFFERED'
  /** For a second person; nothing has moved. */
  | 'WAITING';

/** A ticket that is to bring back more than the rules give. */
export type OverruledLineInput = {
  lineId: string | number;
  /** Of the fare, in whole units of the order's currency: from 0 to what the rules withhold of it. Null: nothing. */
  withheld?: string | null | undefined;
};

/** Who travels, where the form has it. */
export type PaperPassengerInput = {
  birthDate: string;
  /** ISO 3166 alpha-2. */
  citizenship: string;
  documentKind: DocumentKind;
  documentNumber: string;
  firstName: string;
  lastName: string;
  middleName?: string | null | undefined;
};

/** Which partners; everything given has to fit. */
export type PartnerFilterInput = {
  /** Only those whose key was revoked, or only those whose key is good. */
  revoked?: boolean | null | undefined;
  /** In the name or the contact. */
  text?: string | null | undefined;
};

/** By what partners are listed. */
export type PartnerSort =
  /** When they got their first key. */
  | 'ADDED'
  | 'NAME'
  /** By orders that were paid in the last 30 days. */
  | 'ORDERS'
  /** When their key was used last; those that never were come first. */
  | 'USED';

/** The list of `partners`, as that field takes it. */
export type PartnersExportInput = {
  direction?: SortDirection;
  filter?: PartnerFilterInput | null | undefined;
  sort?: PartnerSort;
};

/** What a reading of a ticket has come to. */
export type PassageOutcome =
  /** The passenger may get on. */
  | 'ACCEPTED'
  /** Somebody has boarded with it. */
  | 'ALREADY'
  /** The ticket was given back. */
  | 'REFUNDED'
  /** The passenger has a newer one: the seat or the trip has become another. */
  | 'REPLACED'
  /** No ticket of this station, or a forged one. */
  | 'UNKNOWN'
  /** A ticket for another trip. */
  | 'WRONG_TRIP';

/** So many passengers of a category. */
export type PassengerCountInput = {
  /** A code of `passengerCategories`. */
  category: string;
  /** From 1. */
  count: number;
};

/** Everything about one passenger. */
export type PassengerDataInput = {
  /** Baggage and extras, chosen anew each time. */
  ancillaries?: Array<AncillaryInput> | null | undefined;
  birthDate: string;
  /** A change of category changes the price, from the fare that was held. */
  category?: string | null | undefined;
  /** ISO 3166-1 alpha-2. */
  citizenship: string;
  documentKind: DocumentKind;
  documentNumber: string;
  firstName: string;
  id: string | number;
  lastName: string;
  middleName?: string | null | undefined;
  /** Keep in the cabinet of the signed-in customer. */
  save?: boolean;
};

/** A stop of a way; see the fields of `PathCall`. */
export type PathStopInput = {
  alighting: boolean;
  /** Minutes after the departure from the first stop. */
  arrives: number;
  boarding: boolean;
  /** 1 to 99: between two stops with the same number nobody is carried. */
  cabotage?: number | null | undefined;
  /** Minutes after the departure from the first stop. */
  departs: number;
  /** From the first stop. */
  metres?: number | null | undefined;
  /** A station, a stop in the street or a border point; platforms are chosen with the departure. */
  stopId: string | number;
};

export type PayOutRefundsInput = {
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  orderId: string | number;
  /** How the customer gets it. */
  tender: Tender;
};

export type PaySettlementInput = {
  /** Above zero, in the settlement's currency. */
  amount: string;
  /** Number of the payment order, to 60 letters. */
  document: string;
  id: string | number;
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  /** When it left the bank: after the settled period, not after today. */
  paidOn: string;
};

/** Where a payment stands. */
export type PaymentState =
  /** The bank keeps the money ready; it is being taken, or let go where the order cannot be bought any more. */
  | 'AUTHORISED'
  /** The gateway has not been asked yet. */
  | 'CREATED'
  | 'FAILED'
  | 'PAID'
  | 'PARTLY_REFUNDED'
  /** The customer is at the gateway. */
  | 'PENDING'
  | 'REFUNDED'
  /** The gateway does not answer; it is asked until it does. */
  | 'UNKNOWN';

/** One right. Roles are sets of them. */
export type Permission =
  /** Undo a sale of one's own open shift. */
  | 'ANNUL_SALES'
  /** Say yes or no to what somebody else wants to give back beyond the rules. */
  | 'APPROVE_REFUNDS'
  /** Passengers' data and the contact of orders, tickets sent again, notes. */
  | 'CHANGE_ORDERS'
  /** Board passengers: read tickets, tick the list, take a mistake back. */
  | 'CHECK_TICKETS'
  /** Close the books up to a day. */
  | 'CLOSE_PERIODS'
  /** Another seat, date or trip for tickets that were bought. */
  | 'EXCHANGE_TICKETS'
  /** Blocks of paper tickets: hand them out, take them back, answer for each blank. */
  | 'MANAGE_BLANKS'
  /** Carriers and their contracts; block a carrier. */
  | 'MANAGE_CARRIERS'
  /** Customers' internal accounts and companies that buy on account: contracts, users, statements. */
  | 'MANAGE_CLIENTS'
  /** Where manifests are sent at departure. */
  | 'MANAGE_EXCHANGE'
  /** Draw and archive layouts of vehicles; change vehicles, drivers and their papers. */
  | 'MANAGE_FLEET'
  /** Networks of payment terminals: their settings, passwords and requests. */
  | 'MANAGE_GATEWAYS'
  /** Partners and their keys: who has it lets others sell. */
  | 'MANAGE_PARTNERS'
  /** What is paid: price lists, rules of the tariff, promotional codes and campaigns. */
  | 'MANAGE_PRICES'
  /** Seats that are kept or closed, of departures and trips. */
  | 'MANAGE_QUOTAS'
  /** Cash registers and the fiscal receipts that they record: settings, failures, corrections. */
  | 'MANAGE_REGISTERS'
  /** Settle with carriers, book by hand, see the accounts and their balances. */
  | 'MANAGE_SETTLEMENTS'
  /** Invite and block staff, and edit roles. Whoever has it can get every other. */
  | 'MANAGE_STAFF'
  /** Towns, stations and their platforms, routes, departures and holidays. */
  | 'MANAGE_TIMETABLE'
  /** Go beyond the rules of an exchange with a reason: forgo the difference, exchange what was boarded with. */
  | 'OVERRULE_ORDERS'
  /** Give back more than the rules of refunds, with a reason. */
  | 'OVERRULE_REFUNDS'
  /** Open again what was closed last. */
  | 'REOPEN_PERIODS'
  | 'RETRY_JOBS'
  /** Give tickets back for customers who come to the station. */
  | 'RETURN_TICKETS'
  /** Delay, cancel, open and close the sale, report departure and arrival. */
  | 'RUN_TRIPS'
  /** Take money at a desk in a shift of one's own, and pay it out. */
  | 'SELL_AT_DESK'
  /** Keep reports for everybody. */
  | 'SHARE_REPORTS'
  | 'VIEW_AUDIT'
  /** Legal data and contracts of carriers. */
  | 'VIEW_CARRIERS'
  /** Vehicles, drivers and their papers. */
  | 'VIEW_FLEET'
  | 'VIEW_JOBS'
  | 'VIEW_MAILBOX'
  | 'VIEW_ORDERS'
  /** Names and seats of a trip's passengers; each reading is in the audit log. */
  | 'VIEW_PASSENGERS'
  /** Reports on the data that other rights allow; sales without what names people. */
  | 'VIEW_REPORTS'
  /** Settlements with carriers; who is tied to one sees those of their own that were approved. */
  | 'VIEW_SETTLEMENTS'
  /** Everybody's shifts, with their money. */
  | 'VIEW_SHIFTS'
  | 'VIEW_TRIPS'
  /** What is told on the site and in the halls. */
  | 'WRITE_ANNOUNCEMENTS';

/** Which papers; everything given has to fit. */
export type PermitFilterInput = {
  holder?: PermitHolder | null | undefined;
  /** That end within so many days, or have ended. */
  withinDays?: number | null | undefined;
};

/** Who holds a paper. */
export type PermitHolder =
  | 'CARRIER'
  | 'DRIVER'
  | 'VEHICLE';

/** What a paper is. */
export type PermitKind =
  | 'DRIVING_LICENCE'
  /** A vehicle's technical inspection. */
  | 'INSPECTION'
  /** Of a carrier's liability, or of a vehicle. */
  | 'INSURANCE'
  /** A carrier's licence. */
  | 'LICENCE'
  /** A driver's fitness. */
  | 'MEDICAL'
  /** For the roads of another state. */
  | 'ROAD_PERMIT';

/** By what papers are listed. */
export type PermitSort =
  /** The last day on which it holds. */
  | 'EXPIRES'
  /** What kind of paper it is. */
  | 'KIND'
  /** Its number, as texts are sorted. */
  | 'NUMBER';

/** The list of `permits`, as that field takes it. */
export type PermitsExportInput = {
  direction?: SortDirection;
  filter?: PermitFilterInput | null | undefined;
  sort?: PermitSort;
};

/** What a posting follows from. */
export type PostingKind =
  /** Cash of a till. */
  | 'CASH'
  /** By an accountant. */
  | 'ENTRY'
  | 'EXCHANGE'
  /** A gateway has given its fee back with the money. */
  | 'FEE_BACK'
  /** A gateway's fee was another than its contract says. */
  | 'FEE_CORRECTION'
  /** Money went back. */
  | 'MONEY_BACK'
  /** Money came. */
  | 'PAYMENT'
  /** A carrier was paid. */
  | 'PAYOUT'
  /** Another carrier took passengers over. */
  | 'REBOOKING'
  | 'REFUND'
  | 'SALE'
  /** A settlement with a carrier was approved. */
  | 'SETTLEMENT'
  /** Money was put on a customer's internal account. */
  | 'TOP_UP'
  /** Who has put it there has taken it back. */
  | 'TOP_UP_UNDONE'
  /** Something was withheld from a carrier. */
  | 'WITHHOLDING';

/** What a part of a price is. */
export type PriceLineKind =
  | 'BAGGAGE'
  /** What a seat of its class costs more than the fare; negative: less. */
  | 'CLASS_SUPPLEMENT'
  /** What demand adds to the fare, or takes off: negative. */
  | 'DEMAND'
  /** Taken off all of that: negative. */
  | 'DISCOUNT'
  /** What the station sells beside tickets. */
  | 'EXTRA'
  /** The adult fare. */
  | 'FARE'
  /** For the service of selling. Not returned unless the trip was cancelled. */
  | 'SERVICE_FEE'
  | 'STATION_FEE';

export type PrintReceiptsInput = {
  orderId: string | number;
};

export type PrintShiftReportInput = {
  shiftId: string | number;
};

export type PrintTicketsInput = {
  orderId: string | number;
};

/** What is known of it. */
export type PrintoutState =
  | 'FAILED'
  /** The printer says that it is on the paper. */
  | 'PRINTED'
  /** It is being sent; after a minute: nobody knows, look at the paper. */
  | 'SENDING'
  /** The printer has taken it and tells nothing, as small ones do. */
  | 'TAKEN';

/** By what promotional codes are listed. */
export type PromotionSort =
  /** The code itself. */
  | 'CODE'
  /** When it was made. */
  | 'MADE'
  /** Until when it is taken; those without an end after all others. */
  | 'SOLD_TO';

/** The list of `promotions`, as that field takes it. */
export type PromotionsExportInput = {
  /** Those in use, or those of the past. */
  active?: boolean;
  direction?: SortDirection;
  sort?: PromotionSort;
};

/** Whose the seats are until they are released. */
export type QuotaPurpose =
  /** Sold through some channels alone. */
  | 'CHANNELS'
  /** Out of order: nobody's, never released. */
  | 'CLOSED'
  /** On this trip free for all, whatever its departure keeps. */
  | 'OPEN'
  /** Sold by one partner alone. */
  | 'PARTNER'
  /** Nobody's for the time being. */
  | 'RESERVE'
  /** Sold by the station's own staff alone. */
  | 'STAFF'
  /** Sold to those alone who get on at a stop or after it. */
  | 'STOP';

export type QuoteExchangeInput = {
  /** At most 20. */
  moves: Array<ExchangeMoveInput>;
  orderId: string | number;
};

/** What is to be given back. */
export type QuoteRefundInput = {
  /** Lines of the order: one passenger's, one direction's, or all. */
  lineIds: Array<string | number>;
  order: OrderRefInput;
};

export type RebookClosureInput = {
  /** What was decided for some of the trips; for the others as `rebookingPlan` proposes. */
  choices?: Array<RebookingChoiceInput>;
  /** How many days before or after its own another trip may leave, 0 to 3. */
  days?: number;
  id: string | number;
  /** Who finds no seat of their class is given one of another. */
  otherClass?: boolean;
};

/** What somebody has decided for a trip. */
export type RebookingChoiceInput = {
  /** The only one that may carry its passengers, whatever its day; null: nobody goes, they keep their tickets. */
  toTripId?: string | number | null | undefined;
  /** A trip that the closure stops. */
  tripId: string | number;
};

export type RecordPassageInput = {
  /**
   * What was read: the text of the QR code, the ticket's number, or that of the blank that it was sold on. Without it,
   * `lineId`.
   */
  code?: string | null | undefined;
  /** Who was ticked on the list. */
  lineId?: string | number | null | undefined;
  /** From 8 to 64 characters, new for each reading: the same again has the same answer and counts once. */
  nonce: string;
  /** The trip that is being boarded. */
  tripId: string | number;
};

export type RecordTransferInput = {
  /** Whole som, with two digits after the point at most. */
  amount: string;
  companyId: string | number;
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  /** Number of the payment order, as the bank's statement has it. At most 60 characters. */
  reference: string;
};

export type RefundClosureInput = {
  id: string | number;
  /**
   * True: only orders with somebody who rides along the section; who gets off before it or on after it keeps the
   * ticket.
   */
  onlyOnSection?: boolean;
};

/** What the office says to a request; yes is said by giving the tickets back. */
export type RefundRequestAnswer =
  /** Something is missing: a document, a word. */
  | 'ASK'
  | 'DECLINE';

/** Which requests; everything given has to fit. */
export type RefundRequestFilterInput = {
  /** Asked on this day or later, by the home station's clock. */
  from?: string | null | undefined;
  reason?: RefundRequestReason | null | undefined;
  state?: RefundRequestState | null | undefined;
  /** The beginning of the order's number, with or without `BK-`. */
  text?: string | null | undefined;
  /** Asked on this day or before. */
  to?: string | null | undefined;
};

/** Why a passenger asks for more than the rules give. */
export type RefundRequestReason =
  /** Somebody of the family has died. */
  | 'BEREAVEMENT'
  /** The passenger or somebody of the family is ill. */
  | 'ILLNESS'
  /** The vehicle before was late. */
  | 'MISSED_CONNECTION'
  | 'OTHER'
  /** The trip was not what was sold. */
  | 'SERVICE'
  /** Called by a court, the army, an office. */
  | 'SUMMONS';

/** By what requests are listed. */
export type RefundRequestSort =
  /** Those that wait after all others. */
  | 'ANSWERED'
  | 'ASKED';

/** Where a request for a refund stands. */
export type RefundRequestState =
  | 'DECLINED'
  /** The office has given the tickets back. */
  | 'GRANTED'
  /** The office has to answer. */
  | 'OPEN'
  /** The office has asked for more: a document sent now opens it again. */
  | 'QUESTIONED'
  /** The passenger does not want it any more, or has given the tickets back by the rules. */
  | 'WITHDRAWN';

/** The list of `refundRequests`, as that field takes it. */
export type RefundRequestsExportInput = {
  direction?: SortDirection;
  filter?: RefundRequestFilterInput | null | undefined;
  sort?: RefundRequestSort;
};

/** Where a refund stands. */
export type RefundState =
  /** The second person has said no. Nothing has moved. */
  | 'DECLINED'
  /** The gateway has given it back. */
  | 'DONE'
  /** The offer's time has ended. */
  | 'EXPIRED'
  /** The gateway refused; the station's staff takes care of it. */
  | 'FAILED'
  /** Accepted; the money is on its way, or waits at a desk. */
  | 'PENDING'
  /** Offered, not accepted. */
  | 'QUOTED'
  /** More than the rules give: a second person has to approve it. Nothing has moved. */
  | 'WAITING_APPROVAL';

/** How the money of a refund goes back. */
export type RefundWay =
  /** By hand, at a desk of the station. */
  | 'DESK'
  /** By the gateway that it came through. */
  | 'ORIGINAL'
  /** To the internal account of the order's buyer. */
  | 'WALLET';

/** The list of `registries`, as that field takes it. */
export type RegistriesExportInput = {
  direction?: SortDirection;
  sort?: RegistrySort;
};

/** Which column of a file says what, by the words in its head. */
export type RegistryColumnsInput = {
  amount: string;
  fee?: string | null | undefined;
  /** Whether a line is a payment or a refund. A sum below zero is a refund in any case. */
  kind?: string | null | undefined;
  /** Our number of the payment or refund, the reference of a QR code, the gateway's own number, or a terminal's transaction. */
  reference: string;
  /** Words of the column `kind` that mean a refund. */
  refundWords?: Array<string>;
  /** Is shown as the file writes it. */
  time?: string | null | undefined;
};

/** Which differences; everything given has to fit. */
export type RegistryDifferenceFilterInput = {
  kind?: RegistryDifferenceKind | null | undefined;
  /** Of one file. */
  registryId?: string | number | null | undefined;
  state?: RegistryDifferenceState | null | undefined;
};

/** What differs between a gateway's file and what we have. */
export type RegistryDifferenceKind =
  | 'FEE_DIFFERS'
  /** The gateway has it, and we do not. */
  | 'MISSING_HERE'
  /** We have it, and the gateway does not. */
  | 'MISSING_THERE'
  /** The gateway says that it was done, and here it was not. */
  | 'STATE_DIFFERS'
  | 'SUM_DIFFERS';

/** By what differences are listed. */
export type RegistryDifferenceSort =
  /** As they were found: by file, then by line. */
  | 'FOUND';

/** Where a difference stands. */
export type RegistryDifferenceState =
  /** Somebody has said why it stays. */
  | 'ACCEPTED'
  /** The other fee is in the ledger. */
  | 'BOOKED'
  /** Nobody has settled it. */
  | 'OPEN'
  /** The gateway was asked again, and now both say the same. */
  | 'SETTLED';

/** The list of `registryDifferences`, as that field takes it. */
export type RegistryDifferencesExportInput = {
  direction?: SortDirection;
  filter?: RegistryDifferenceFilterInput | null | undefined;
  sort?: RegistryDifferenceSort;
};

/** By what files are listed. */
export type RegistrySort =
  /** The first day of its period. */
  | 'FROM'
  /** When it was loaded. */
  | 'LOADED'
  /** How many differences nobody has settled. */
  | 'OPEN';

/** Gives up an order before payment. */
export type ReleaseOrderInput = {
  order: OrderRefInput;
};

export type ReopenPeriodInput = {
  id: string | number;
  /** To 300 letters. */
  reason: string;
};

/** How figures are drawn. */
export type ReportChart =
  | 'BARS'
  | 'LINE'
  | 'NONE';

/** What stands in a column. */
export type ReportColumnKind =
  /** `YYYY-MM-DD`. */
  | 'DATE'
  /** A number that need not be whole. */
  | 'DECIMAL'
  | 'INTEGER'
  /** `YYYY-MM-DDTHH:MM:SS` on the clock of the home station. */
  | 'MOMENT'
  /** In whole units of the row's currency. */
  | 'MONEY'
  /** Something with a name of its own, by its key. */
  | 'REFERENCE'
  /** A share: 1 is all. */
  | 'SHARE'
  | 'TEXT'
  /** A code with words. */
  | 'WORD';

/** A question to a data set. */
export type ReportDefinitionInput = {
  chart?: ReportChart;
  /** Of the rows, in their order. */
  columns?: Array<string>;
  /** A code of `reportDataSets`. */
  dataSet: string;
  filters?: Array<ReportFilterInput>;
  /** From the outside in, at most four. */
  groups?: Array<ReportGroupInput>;
  measures?: Array<ReportMeasureInput>;
  period: ReportPeriodInput;
  sort?: ReportSortingInput | null | undefined;
};

/** Which rows count. */
export type ReportFilterInput = {
  column: string;
  operator: ReportOperator;
  /** Codes, keys of references, numbers, amounts in whole units, days. */
  values?: Array<string>;
};

/** What rows are put together by. */
export type ReportGroupInput = {
  column: string;
  /** Of a date or an instant, and only of these. */
  part?: ReportPart | null | undefined;
};

/** What is told of each group. */
export type ReportMeasureInput = {
  /** None: rows. */
  column?: string | null | undefined;
  kind: ReportMeasureKind;
};

/** A figure of a group. */
export type ReportMeasureKind =
  | 'AVERAGE'
  /** Rows. */
  | 'COUNT'
  /** Of the group that it stands in. */
  | 'SHARE_OF_GROUP'
  /** Of the whole report, in the same currency; 1 is all of it. */
  | 'SHARE_OF_TOTAL'
  | 'SUM';

/** How a column's values are chosen. */
export type ReportOperator =
  | 'ANY_OF'
  /** Of a time: from the beginning of the day on. */
  | 'AT_LEAST'
  /** Of a time: until the end of the day. */
  | 'AT_MOST'
  /** The text, or the name of what is referred to, has it in it. */
  | 'CONTAINS'
  | 'EMPTY'
  | 'FILLED'
  | 'NONE_OF';

/** What a time is put together by, on the clock of the home station. */
export type ReportPart =
  | 'DAY'
  | 'HOUR'
  | 'MONTH'
  /** 1 is Monday. */
  | 'WEEKDAY';

/** Of which days, on the calendar of the home station. */
export type ReportPeriodInput = {
  /** Of BETWEEN: the first day. */
  from?: string | null | undefined;
  kind: ReportPeriodKind;
  /** Of BETWEEN: the last day, included; at most three years. */
  to?: string | null | undefined;
};

/** Days that follow from the day on which the report is read. */
export type ReportPeriodKind =
  /** From the day `from` to the day `to`. */
  | 'BETWEEN'
  /** Until today. */
  | 'LAST_7_DAYS'
  /** Until today. */
  | 'LAST_30_DAYS'
  | 'LAST_MONTH'
  /** The year until today. */
  | 'LAST_YEAR'
  /** Until today. */
  | 'THIS_MONTH'
  /** Until today. */
  | 'THIS_YEAR'
  | 'TODAY'
  | 'YESTERDAY';

/** How often a report is sent. */
export type ReportRhythm =
  | 'DAILY'
  /** On the first of each month. */
  | 'MONTHLY'
  /** On Mondays. */
  | 'WEEKLY';

/** In which order rows stand, or groups within theirs. */
export type ReportSortingInput = {
  /** A column of the rows, or one that is grouped by; none: the measure. */
  column?: string | null | undefined;
  descending: boolean;
  /** Which measure, from 0. */
  measure?: number | null | undefined;
};

export type RequestWalletCodeInput = {
  /** Of the account, as the customer says it. */
  number: string;
  /** What is to be paid. */
  orderId: string | number;
};

export type RetryReceiptInput = {
  id: string | number;
  /**
   * By which register; without it by the same. What was told to one register stays with it until that one has refused
   * it.
   */
  registerId?: string | number | null | undefined;
};

export type ReversePostingInput = {
  id: string | number;
  /** To 300 letters. */
  reason: string;
};

/** Which roles; everything given has to fit. */
export type RoleFilterInput = {
  /** Those that allow it. */
  permission?: Permission | null | undefined;
  /** Only those that demand a second factor, or only those that do not. */
  secondFactor?: boolean | null | undefined;
  /** In the name, in any language. */
  text?: string | null | undefined;
};

/** By what roles are listed. */
export type RoleSort =
  /** In the viewer's language. */
  | 'NAME'
  /** By how many people have it. */
  | 'PEOPLE'
  /** By how much it allows. */
  | 'PERMISSIONS'
  /** As the office has put them, those that it has added last. */
  | 'POSITION'
  /** Those that demand a second factor last. */
  | 'SECOND_FACTOR';

/** The list of `roles`, as that field takes it. */
export type RolesExportInput = {
  direction?: SortDirection;
  filter?: RoleFilterInput | null | undefined;
  sort?: RoleSort;
};

/** Another commission for one route. */
export type RouteCommissionInput = {
  commission: CommissionInput;
  routeId: string | number;
};

/** Which lines; everything given has to fit. */
export type RouteFilterInput = {
  /** Only those in the timetable, or only the others. */
  active?: boolean | null | undefined;
  /** Of one carrier. */
  carrierId?: string | number | null | undefined;
  /** A part of the number or of a name, in any language. */
  text?: string | null | undefined;
};

/** What runs on a route. */
export type RouteKind =
  | 'BUS'
  | 'RAIL';

/** By what lines are listed. */
export type RouteSort =
  /** The carrier's name in the viewer's language, by number within. */
  | 'CARRIER'
  /** Its name in the viewer's language. */
  | 'NAME'
  /** Its number as people count: 9 before 10. */
  | 'NUMBER'
  /** minibus, coach, …: by the code, by number within. */
  | 'SERVICE_CLASS'
  /** Those in the timetable, those sold at the desk alone, the others; by number within. */
  | 'STATE';

/** The list of `routeRecords`, as that field takes it. */
export type RoutesExportInput = {
  direction?: SortDirection;
  filter?: RouteFilterInput | null | undefined;
  sort?: RouteSort;
};

/** Where an order comes from. */
export type SalesChannel =
  | 'BOT'
  /** By the station's staff. */
  | 'DESK'
  | 'ONBOARD'
  /** With a partner's key. */
  | 'PARTNER'
  | 'TERMINAL'
  | 'WEB';

export type SaveAnnouncementInput = {
  /** In the station's zone; after `startsAt`, and not in the past. */
  endsAt: string;
  /** Of the announcement that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** In the station's zone. */
  startsAt: string;
  /** Not a platform of it. */
  stationId: string | number;
  /** To 300 letters in each language. */
  text: ThreeNamesInput;
  /** As it was read, with `id`. */
  version?: number | null | undefined;
};

export type SaveCarrierInput = {
  address?: string | null | undefined;
  bank?: string | null | undefined;
  bankAccount?: string | null | undefined;
  /** Short, at most 12 letters and digits; of a new carrier only. */
  code?: string;
  /** Who signs for it. */
  director?: string | null | undefined;
  email?: string | null | undefined;
  /** Of the carrier that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** Number of the taxpayer: 14 digits. */
  inn?: string | null | undefined;
  /** Registered name, for contracts and receipts. */
  legalName?: string | null | undefined;
  names: ThreeNamesInput;
  /** For passengers. */
  phone?: string | null | undefined;
  /**
   * Tax within its fares, as fiscal receipts tell it: from 0 to 50 per cent, with two digits after the point; null:
   * without tax. PERCENT.
   */
  taxPercent?: string | null | undefined;
  /** Begins with `https://` or `http://`. */
  url?: string | null | undefined;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SaveClosureInput = {
  /** Of the closure that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** Why; passengers are told so. To 200 letters in each language. */
  reason: ThreeNamesInput;
  section: ClosedSectionInput;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SaveCompanyInput = {
  address?: string | null | undefined;
  /** Whom to call. */
  contact?: string | null | undefined;
  /** Needed. */
  contractFrom?: string | null | undefined;
  contractNumber: string;
  /** The last day; null: until it is ended. ENDS_BEFORE_START. */
  contractTo?: string | null | undefined;
  /** How much the company may owe, whole som. CREDIT_BELOW_DEBT: it owes more. */
  credit?: string;
  /** Taken off fares: from 0 to 50 per cent, with two digits after the point. PERCENT. */
  discountPercent?: string | null | undefined;
  email?: string | null | undefined;
  /** Of the company that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** Number of the taxpayer: 14 digits. INN_FORM, INN_TAKEN. */
  inn: string;
  /** Registered name. At most 200 characters. */
  name: string;
  phone?: string | null | undefined;
  /** What some lines, classes and categories have instead, at most 50. */
  prices?: Array<CompanyPriceInput>;
  /** Days within which what was bought on credit is to be paid, from 0 to 365. TERM. */
  termDays?: number;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SaveContractInput = {
  /** Whose; a contract stays with its carrier. */
  carrierId: string | number;
  commission: CommissionInput;
  /** The last day; without it the contract goes on. */
  endsOn?: string | null | undefined;
  /** Of the contract that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  number: string;
  routes?: Array<RouteCommissionInput>;
  startsOn: string;
  /** Som kept for each passenger, before the commission. */
  stationFee: string;
  /** As it was read, with `id`. */
  version?: number | null | undefined;
};

export type SaveDepartureInput = {
  /** False: out of the timetable. */
  active?: boolean;
  /** At most 400. */
  exceptions?: Array<DepartureDateInput>;
  firstDate: string;
  /** Of the departure that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** At most five years after the first; included. */
  lastDate: string;
  /** What passengers call it; the line's number where nothing is said. */
  number?: string | null | undefined;
  onHolidays: OnHolidays;
  /** Why the vehicle is planned although a paper of it, or of its carrier, has run out. At most 300 characters. */
  overrule?: string | null | undefined;
  /** A way of the line; without it a departure that a feed brought keeps its stops and minutes. */
  pathId?: string | number | null | undefined;
  /** Of the first stop. */
  platformId?: string | number | null | undefined;
  routeId: string | number;
  /** Minutes before departure from the passenger's own stop; without it as everywhere. */
  saleClosesMinutes?: number | null | undefined;
  /** Days before the day of departure; without it as everywhere. */
  saleOpensDays?: number | null | undefined;
  /** Trips with sales that no longer fit. */
  soldTrips?: SoldTrips;
  /** `HH:MM`, from the first stop by its clock. */
  startsAt: string;
  /** The line's carrier's; its layout is what passengers choose seats on. */
  vehicleId?: string | number | null | undefined;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
  /** 1 is Monday, 7 Sunday. */
  weekdays: Array<number>;
};

export type SaveDeskInput = {
  /** False: out of use. */
  active?: boolean;
  /** Of the desk that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** Where it is and what for; for staff. */
  note?: string | null | undefined;
  /** Width of the printer's paper, millimetres: 80 or 58. */
  paperMm?: number;
  /**
   * Its receipt printer (ESC/POS over the network) as the server reaches it: a host or an address, with the port where
   * it is not 9100.
   */
  printer?: string | null | undefined;
  /**
   * The cash register that records its sales; null: the one for everything. Stays as it is where who
   * saves may not manage registers. NO_SUCH_REGISTER.
   */
  registerId?: string | number | null | undefined;
  /** As its sign says, for example `3`; unique among those of the station in use. */
  sign: string;
  /** Whose; a desk stays with its station. */
  stationId: string | number;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SaveDestinationInput = {
  /** False: nothing more is sent there. */
  active: boolean;
  /** Only this carrier's trips. */
  carrierId?: string | number | null | undefined;
  format: ExchangeFormat;
  /** Of the destination that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  name: string;
  /** The key of its signatures, at least 16 characters; left out: the present one stays. It is never shown again. */
  secret?: string | null | undefined;
  /** Only trips that call at this station. */
  stationId?: string | number | null | undefined;
  /** Begins with `https://` or `http://`. */
  url: string;
  /** As it was read, with `id`. */
  version?: number | null | undefined;
};

export type SaveDriverInput = {
  /** Works now. */
  active?: boolean;
  /** Empty: REQUIRED, with all else that is wrong. */
  carrierId: string | number;
  firstName: string;
  /** Of the driver who is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  lastName: string;
  middleName?: string | null | undefined;
  phone?: string | null | undefined;
  /** As it was read, with `id`. */
  version?: number | null | undefined;
};

export type SaveFiscalRegisterInput = {
  /** Tax within the station's own fees: from 0 to 50 per cent, with two digits after the point; null: without tax. */
  feeTaxPercent?: string | null | undefined;
  /** Of the register that is changed; without it a new one is made, switched off. */
  id?: string | number | null | undefined;
  /** Number of the taxpayer: 14 digits. */
  inn: string;
  /** For staff, to 60 letters. */
  name: string;
  /** Who sells, as receipts name it. */
  organisation: string;
  /** Address of the place of sale, as receipts name it. */
  place: string;
  /** As the tax service has registered it: from 6 to 20 digits. */
  regNumber: string;
  /** It records what is sold where no register is named. */
  servesAll: boolean;
  /**
   * What it is asked with: from 8 to 500 characters; is shown to nobody again. A new register needs one; without it the
   * present one stays.
   */
  token?: string | null | undefined;
  /** Where its interface begins: `https://` and the rest, without what follows for each call. */
  url: string;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SaveGatewayInput = {
  /** Where it is asked: `https://…`. Not of the sandbox. */
  address?: string | null | undefined;
  /** Channels of sale that may use it. */
  channels: Array<SalesChannel>;
  /** From 2 to 24 small Latin letters, digits and hyphens; stays as it was made. */
  code: string;
  /** ISO 4217. Stays as it was made; the national QR code is in KGS. */
  currency?: string;
  /** Of the national QR code alone. */
  elqr?: ElqrMerchantInput | null | undefined;
  /** False: nothing new is paid through it. */
  enabled: boolean;
  /** What it keeps besides. */
  feeFixed?: string;
  /** What it keeps of each payment: from 0 to 50, with two digits after the point. */
  feePercent: string;
  /** Of the gateway that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** Stays as it was made. */
  kind: GatewayKind;
  /** The most that it takes at once. */
  largest: string;
  /** What the station is called there, to 60 letters. Not of the sandbox. */
  merchant?: string | null | undefined;
  /** As customers see it, to 60 letters. */
  names: ThreeNamesInput;
  /** Among the ways of payment, from 0 to 9999; the smallest comes first. */
  position: number;
  /**
   * The key that messages are signed with, from 16 to 200 characters; is shown to nobody again. A new gateway needs one;
   * without it the present one stays. Not of the sandbox.
   */
  secret?: string | null | undefined;
  /** The least that it takes at once, in whole units of the currency. */
  smallest: string;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SaveHolidayInput = {
  /** False while the date may still change. */
  certain?: boolean;
  /** Within ten years of today. */
  date: string;
  /** To 120 letters. */
  names: ThreeNamesInput;
  /** False: a working day with a name, for example one to which work was moved. */
  nonWorking: boolean;
  shortenedDay?: boolean;
  /** As it was read, of a day that is there; without it the day is a new one. */
  version?: number | null | undefined;
};

export type SaveLayoutInput = {
  /** Of a new layout: 2 to 20 capital Latin letters, digits and hyphens. That of another stays as it is. */
  code?: string | null | undefined;
  decks: Array<DeckInput>;
  /** Of the layout that gets a new version; without it a new layout is made. */
  id?: string | number | null | undefined;
  nameEn: string;
  nameKy: string;
  nameRu: string;
  /** For those who work with it. */
  notes?: string | null | undefined;
  /** In each vehicle or coach, where seats are not numbered at sale; 0 to 300. */
  standingPlaces?: number;
  /** coach, vip, minibus, suburban, doubledecker, rail. */
  vehicleClass: string;
  /** As it was read, with `id`. */
  version?: number | null | undefined;
};

export type SaveLedgerAccountInput = {
  /** CARRIER, TILL, … */
  code: string;
  names: ThreeNamesInput;
  /** To 300 letters. */
  note?: string | null | undefined;
  /** In the station's own books: digits, dots and hyphens, to 20; unique. */
  number?: string | null | undefined;
  /** As it was read. */
  version: number;
};

export type SaveMemberInput = {
  companyId: string | number;
  /** Whoever signs in with this address buys for the company. */
  email: string;
  /** What the person may spend in a calendar month, whole som; null: what the account has. */
  monthlyLimit?: string | null | undefined;
  /** Buys nothing for the company from now on. */
  removed?: boolean;
};

export type SavePathInput = {
  /** False: out of use; refused while departures run along it. */
  active?: boolean;
  /** Of the way that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** Whose; a way stays with its line. */
  routeId: string | number;
  stops: Array<PathStopInput>;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SavePermitInput = {
  /** The last day on which it holds. */
  expiresOn: string;
  holder: PermitHolder;
  /** A paper stays with its holder. */
  holderId: string | number;
  /** Of the paper that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  issuedOn?: string | null | undefined;
  kind: PermitKind;
  note?: string | null | undefined;
  number: string;
  /** As it was read, with `id`. */
  version?: number | null | undefined;
};

export type SavePlaceInput = {
  /** Of the town that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** Degrees, WGS 84. */
  latitude: number;
  /** Degrees, WGS 84. */
  longitude: number;
  names: ThreeNamesInput;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SavePlatformInput = {
  /** False: out of use; refused while departures in the timetable use it. */
  active?: boolean;
  /** Of the platform that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** What is written on it, for example `3`. */
  sign: string;
  /** Whose; a platform stays with its station. */
  stationId: string | number;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SavePriceListInput = {
  /** False: out of use. */
  active?: boolean;
  /** ISO 4217. */
  currency: string;
  /** Of the trip's departure, as the two below. */
  firstDate: string;
  /** Of the list that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** Included; without it the list has no end. */
  lastDate?: string | null | undefined;
  /** For the office. */
  name: string;
  /** At most 5,000; pairs that are not here are not sold. */
  prices: Array<ListedPriceInput>;
  /** Whose; a list stays with its line. */
  routeId: string | number;
  /**
   * Whose seats alone, as layouts call it: `vip`, `panorama`, …; without it the fare, which all seats cost that have no list of
   * their own. Where a list of a class has no price for a pair, the fare decides.
   */
  seatClass?: string | null | undefined;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
  /** 1 is Monday, 7 Sunday. */
  weekdays: Array<number>;
};

export type SavePromotionInput = {
  /** False: out of use; orders that are held with it keep it. */
  active?: boolean;
  /** Off each ticket, in whole units of the currency. Stays as it was made. */
  amount?: string | null | undefined;
  /** Of a campaign: it ends when so much was taken off, in whole units of the currency. */
  budget?: string | null | undefined;
  /** Empty: all. At most 200. */
  carriers?: Array<string | number>;
  /** Only for passengers of these, codes of `passengerCategories`; empty: all. */
  categories?: Array<string>;
  /** Only what is sold through these; empty: all. */
  channels?: Array<SalesChannel>;
  /**
   * From 4 to 24 Latin letters, digits and hyphens; stays as it was made. Without it a campaign is made, which applies by
   * itself.
   */
  code?: string | null | undefined;
  /** Of a code: it comes on top of a campaign; otherwise the better of the two counts. */
  combinable?: boolean;
  /** ISO 4217. Stays as it was made. */
  currency?: string;
  /** Orders of one customer. Not of a campaign, which does not know them. */
  customerLimit?: number | null | undefined;
  /** Of the code that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** The fares of an order have to be so much. Not of a campaign. */
  minimum?: string;
  /** As the lines of a price name it, to 120 letters. */
  names: ThreeNamesInput;
  /** Off each ticket, above 0 up to 100; this or `amount`. Stays as it was made. */
  percent?: string | null | undefined;
  /** Empty: all. At most 200. */
  routes?: Array<string | number>;
  /** First day of sale by the clock of the home station. */
  soldFrom?: string | null | undefined;
  /** Last day of sale, included. */
  soldTo?: string | null | undefined;
  travelFrom?: string | null | undefined;
  /** Included. */
  travelTo?: string | null | undefined;
  /** Orders in all; of a campaign tickets in all. */
  usesLimit?: number | null | undefined;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
  /** Days of travel, 1 is Monday, 7 Sunday; empty: all. */
  weekdays?: Array<number>;
};

export type SaveQuotaInput = {
  /** With CHANNELS, at least one. */
  channels?: Array<SalesChannel>;
  /** For all coming trips of a departure. */
  departureId?: string | number | null | undefined;
  /** Of the quota that is changed; without it a new one is made. It stays with its trip or departure. */
  id?: string | number | null | undefined;
  /** With PARTNER, one of `partners`. */
  partnerId?: string | number | null | undefined;
  /** How many, where seats have no numbers. */
  places?: number;
  purpose: QuotaPurpose;
  /** For the office; needed with CLOSED. To 200 letters. */
  reason?: string | null | undefined;
  /**
   * Minutes before departure from the first stop, from which on the seats are everybody's, up to 43,200; without it
   * never. A closed seat is not released.
   */
  releaseMinutes?: number | null | undefined;
  /** Labels, where seats have numbers. */
  seats?: Array<string>;
  /** With STOP, one of `stops`. */
  stopId?: string | number | null | undefined;
  /** For one trip. */
  tripId?: string | number | null | undefined;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SaveRegistryFormatInput = {
  /** Names of columns, to 60 letters each. */
  columns: RegistryColumnsInput;
  /** The gateway's code; `terminal:` and the network's code for terminals. */
  method: string;
  /** As it was read: a change on top of somebody else's is refused. */
  version: number;
};

export type SaveReportInput = {
  definition: ReportDefinitionInput;
  /** One of the viewer's own with this name is replaced. */
  name: string;
  /** With everybody who may see the data set: needs the right to share. */
  shared?: boolean;
};

export type SaveRoleInput = {
  /** Of the role that is changed; without it a new one is made. */
  code?: string | null | undefined;
  nameEn: string;
  nameKy: string;
  nameRu: string;
  permissions: Array<Permission>;
  /** As it was read, with `code`. */
  version?: number | null | undefined;
};

export type SaveRouteInput = {
  /** False: all its departures leave the timetable. */
  active?: boolean;
  /** Of: ac, toilet, usb, wifi, tv, buffet, blanket. */
  amenities?: Array<string>;
  carrierId: string | number;
  /** Of the line that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  kind: RouteKind;
  /** Of the vehicle that usually runs it; without it seats have no numbers. */
  layoutId?: string | number | null | undefined;
  names: ThreeNamesInput;
  /** As on the board, at most 12 letters. */
  number: string;
  /** False: sold at the desk alone. */
  onlineSale?: boolean;
  /** Crosses a border: passengers need a passport. */
  passportRequired?: boolean;
  /** False: open seating. */
  reserved?: boolean;
  /** minibus, coach, vip, doubledecker, suburban or rail. */
  serviceClass: string;
  /** Vehicles, or coaches of a train, in each trip: 1 to 30. */
  units?: number;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SaveStationInput = {
  /** False: out of use; refused while departures in the timetable use it. */
  active?: boolean;
  /** For passengers; without it there is none. */
  address?: ThreeNamesInput | null | undefined;
  /** Short, at most 12 letters and digits; of a new station only. */
  code?: string;
  /** Of the station that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** STATION, STOP or BORDER. */
  kind: StopKind;
  /** Degrees, WGS 84. */
  latitude: number;
  /** Degrees, WGS 84. */
  longitude: number;
  names: ThreeNamesInput;
  /**
   * A weekday that is left out is one on which it is closed; an empty list: not known. Around the clock is from 0 to
   * 1440.
   */
  openingHours?: Array<OpeningHoursInput>;
  /** For passengers. */
  phone?: string | null | undefined;
  /** Its town; none for a border point. */
  placeId?: string | number | null | undefined;
  /** IANA zone of the clock on its wall. */
  timeZone: string;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SaveTariffRuleInput = {
  ageFrom?: number | null | undefined;
  ageTo?: number | null | undefined;
  /** Of baggage and extras for each piece, of a fee for each ticket, or what a seat of the class costs more than the fare, in whole units of the currency. */
  amount?: string | null | undefined;
  /** Only lines of this carrier, and before the rules for all. */
  carrierId?: string | number | null | undefined;
  /** The category that a discount makes, a word of Latin capitals; without it the discount is a group's. */
  category?: string | null | undefined;
  /** Only what is sold through these; empty: through all. */
  channels?: Array<SalesChannel>;
  /** Of the rule that is changed, in force or planned; without it a new one is made. */
  code?: string | null | undefined;
  /** What a passenger must know or show, to 300 letters. Of discounts, baggage and extras. */
  conditions?: ThreeNamesInput | null | undefined;
  /** ISO 4217: of the amounts. */
  currency?: string;
  /** Of a rule of demand. */
  demand?: DemandInput | null | undefined;
  /** For what is sold from this day on by the clock of the home station; without it from now on. Not in the past. */
  from?: string | null | undefined;
  /** A rule stays of its kind. */
  kind: TariffRuleKind;
  /** Of baggage and extras, for one passenger, from 1 to 20. */
  maxCount?: number | null | undefined;
  /** Of a group's discount, from 2. */
  minGroup?: number | null | undefined;
  /** Of a refund or an exchange: in force while so many minutes remain; negative after departure. */
  minutesBefore?: number | null | undefined;
  /** Of a fee by per cent. */
  most?: string | null | undefined;
  /** As passengers read it, to 120 letters. */
  names: ThreeNamesInput;
  /** Of a fee; true: the station's own. */
  ofStation?: boolean;
  /** Of a discount; false: on a lap. */
  ownSeat?: boolean;
  /** Of a fee or a class, instead of `amount`: of a class from -100 to 1,000 of the fare; of a refund or an exchange what comes back. From 0 to 100. */
  percent?: string | null | undefined;
  /** Of a discount, from 0 to 100. */
  percentOff?: string | null | undefined;
  proofRequired?: boolean;
  quotaPerTrip?: number | null | undefined;
  /** Only these lines, at most 200; before the rules of carriers and for all. */
  routes?: Array<string | number>;
  /**
   * Any of these, each with tags joined by `+`: all, bus, rail, minibus, coach, vip, doubledecker, suburban, intercity,
   * domestic, international.
   */
  scopes: Array<string>;
  /** `MM-DD`, with `seasonTo`. */
  seasonFrom?: string | null | undefined;
  seasonTo?: string | null | undefined;
  /** Of a class: which, as layouts call it. */
  seatClass?: string | null | undefined;
  /** Of a class or of demand: what is added is rounded to the nearest multiple of it, in whole units of the currency. */
  step?: string | null | undefined;
  /** As it was read, with `code`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SaveTerminalNetworkInput = {
  /** Addresses and blocks of them, `203.0.113.7` and `2001:db8::/32`, that may ask; empty: all. At most 100. */
  addresses?: Array<string>;
  /** It may take payments back. */
  cancels: boolean;
  /** From 2 to 24 small Latin letters, digits and hyphens; stays as it was made. */
  code: string;
  /** ISO 4217. Stays as it was made. */
  currency?: string;
  /** False: nothing new is paid through it. */
  enabled: boolean;
  /** What it keeps of each payment: from 0 to 50, with two digits after the point. */
  feePercent: string;
  /** Of the network that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** The most that it takes at once. */
  largest: string;
  /** With which it asks: to 40 characters without a colon. */
  login: string;
  /** As payments name it, to 60 letters. */
  names: ThreeNamesInput;
  /** From 12 to 100 characters; is shown to nobody again. A new network needs one; without it the present one stays. */
  password?: string | null | undefined;
  /** Its numbers; what is left out has the family's. */
  results?: Array<TerminalResultInput>;
  /** The least that it takes at once, in whole units of the currency. */
  smallest: string;
  sumForm: TerminalSumForm;
  /** It may ask what came of a payment. */
  tellsStatus: boolean;
  /** So much more than is due is accepted. */
  tolerance: string;
  /** As it was read, with `id`: a change on top of somebody else's is refused. */
  version?: number | null | undefined;
};

export type SaveVehicleInput = {
  /** In service. */
  active?: boolean;
  amenities?: Array<string>;
  /** Large pieces that the hold takes. */
  baggagePlaces?: number;
  carrierId: string | number;
  /** Of the vehicle that is changed; without it a new one is made. */
  id?: string | number | null | undefined;
  /** Its class and its number of seats come from it. */
  layoutId: string | number;
  /** Make and model. */
  make: string;
  /** Registration number; capital letters are made of small ones. */
  plate: string;
  /** As it was read, with `id`. */
  version?: number | null | undefined;
  wheelchairPlaces?: number;
  /** Of manufacture. */
  year?: number | null | undefined;
};

export type SaveViewInput = {
  /** `orders`, `trips`, … */
  list: string;
  /** One of the viewer's own with this name is replaced. */
  name: string;
  /** At most 30. */
  settings: Array<ViewSettingInput>;
  /** With everybody who has the viewer's role. */
  shared?: boolean;
};

export type ScheduleReportInput = {
  /** Full hour, 0 to 23, on the clock of the home station. */
  hour?: number;
  /** One of the viewer's own saved reports. */
  id: string | number;
  /** Addresses of staff, at most 20. Each gets the rows that they may see, or nothing. */
  recipients?: Array<string>;
  /** None: not any more. */
  rhythm?: ReportRhythm | null | undefined;
};

/** What is searched. */
export type SearchInput = {
  /** Of departure, by the clock of the boarding stop. */
  date: string;
  filter?: JourneyFilterInput | null | undefined;
  /** A place or a station. */
  from: string | number;
  /** Default: one adult. Codes are those of passengerCategories. */
  passengers?: Array<PassengerCountInput> | null | undefined;
  sort?: JourneySort;
  /** A place or a station. */
  to: string | number;
};

/** Which way a passenger looks. */
export type SeatFacing =
  | 'BACKWARD'
  | 'FORWARD';

/** A seat of the new vehicle that the dispatcher has decided for a passenger. */
export type SeatForInput = {
  /** Of the order's line. */
  lineId: string | number;
  /** Its label. */
  seat: string;
};

export type SeatInput = {
  aisle?: boolean;
  facing?: SeatFacing;
  /** `table`, `usb`, `sleeping`, `wheelchair`, … */
  features?: Array<string>;
  /** What is written on the seat, unique within the layout, to 6 letters. */
  number: string;
  reclining?: boolean;
  /** `standard`, `vip`, `panorama`, … */
  seatClass?: string;
  window?: boolean;
};

/** What a seat is from stop to stop. */
export type SeatStatus =
  /** Not for sale to who asks: kept for others, or closed. */
  | 'BLOCKED'
  | 'FREE'
  /** Somebody is buying it. */
  | 'HELD'
  | 'SOLD';

/** Which way a ride goes in a round trip. */
export type SegmentDirection =
  | 'OUTBOUND'
  | 'RETURN';

/** Baggage and extras for who has a ticket, and what the customer hands over for it: cash and card together are its price. */
export type SellAncillariesInput = {
  /** By the desk's card terminal, which has accepted it. */
  card?: string;
  /** Of the terminal's slip. At most 40 characters. */
  cardReference?: string | null | undefined;
  /** In cash; whole units of the order's currency. */
  cash?: string;
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  /** An order that is paid. */
  orderId: string | number;
  pieces: Array<LaterAncillaryInput>;
  /** The cash handed over, where it is more than `cash`: the rest is change. */
  received?: string | null | undefined;
};

/** Where the tickets go: to one of them, or to both. */
export type SendTicketsInput = {
  email?: string | null | undefined;
  orderId: string | number;
  /** Gets an SMS with the link of the order. */
  phone?: string | null | undefined;
};

/** All passengers and the contact. */
export type SetPassengersInput = {
  /** To the processing of personal data (law No. 58 of 2008, government resolution 759). */
  consent: boolean;
  /** Needed but at a desk, where tickets are printed. */
  email?: string | null | undefined;
  order: OrderRefInput;
  /** Everybody in the order. */
  passengers: Array<PassengerDataInput>;
  /** With the country's code; without one it is taken as Kyrgyz. Needed but at a desk. */
  phone?: string | null | undefined;
};

export type SetPlatformInput = {
  /** Sequence of the call. */
  call: number;
  /** Tell everybody who gets on there by mail and SMS. */
  notify?: boolean;
  /** What is written on the platform's sign; null: as planned. */
  platform?: string | null | undefined;
  tripId: string | number;
};

export type SettleDifferenceInput = {
  action: DifferenceAction;
  id: string | number;
  /** Why it stays, with ACCEPT: to 300 letters. */
  note?: string | null | undefined;
};

/** Which settlements; everything given has to fit. */
export type SettlementFilterInput = {
  carrierId?: string | number | null | undefined;
  /** ISO 4217. */
  currency?: string | null | undefined;
  /** Periods that end on this day or later. */
  from?: string | null | undefined;
  state?: SettlementState | null | undefined;
  /** Periods that begin on this day or earlier. */
  to?: string | null | undefined;
};

/** By what settlements are listed. */
export type SettlementSort =
  /** What is owed when the period ends. */
  | 'CLOSING'
  /** The last day of its period. */
  | 'ENDS'
  /** When it was made. */
  | 'MADE';

/** Where a settlement stands. */
export type SettlementState =
  /** Its figures stand. */
  | 'APPROVED'
  /** What was left has become part of the next one. */
  | 'CARRIED'
  /** Counted anew whenever it is looked at; nothing is booked. */
  | 'DRAFT'
  | 'PAID'
  | 'PART_PAID';

/** Settlements with carriers. */
export type SettlementsExportInput = {
  direction?: SortDirection;
  filter?: SettlementFilterInput | null | undefined;
  sort?: SettlementSort;
};

/** Which shifts; everything given has to fit. */
export type ShiftFilterInput = {
  cashierId?: string | number | null | undefined;
  deskId?: string | number | null | undefined;
  /** Opened on this day or later, by the home station's clock. */
  from?: string | null | undefined;
  /** Only open ones, or only closed ones. */
  open?: boolean | null | undefined;
  /** Opened on this day or before. */
  to?: string | null | undefined;
};

/** By what shifts are listed. */
export type ShiftSort =
  /** Open ones after all others. */
  | 'CLOSED'
  | 'OPENED';

/** The list of `shifts`, as that field takes it. */
export type ShiftsExportInput = {
  direction?: SortDirection;
  filter?: ShiftFilterInput | null | undefined;
  sort?: ShiftSort;
};

export type SkipStopInput = {
  /** Sequence of the call: neither the first of the trip nor its last. */
  call: number;
  /** False: it stops there after all. */
  skip?: boolean;
  tripId: string | number;
};

/** What becomes of trips with sales that no longer fit. */
export type SoldTrips =
  /** They do not run: every ticket is returned for all that was paid, and the passengers are told. It cannot be undone. */
  | 'CANCEL'
  /** They run as they were sold, and nothing more is sold on them. */
  | 'CLOSE_SALE'
  /**
   * Those that still run on their day, along the same stops, leave at the new time: passengers get new tickets, are told
   * by mail and SMS, and may have everything back until departure. The others run as they were sold.
   */
  | 'FOLLOW'
  /** They run and are sold as before. */
  | 'KEEP';

/** Which way a list is sorted. Where rows are equal in what it is sorted by, their ids go the same way. */
export type SortDirection =
  /** The least, the earliest, `A` first. */
  | 'ASC'
  /** The greatest, the latest, `Z` first. */
  | 'DESC';

export type SplitOrderInput = {
  /** Of the new order. */
  email: string;
  orderId: string | number;
  /** Who leaves with all of their good tickets; at least one who travels stays. */
  passengerIds: Array<string | number>;
  /** Of the new order; without the country's code it is taken as Kyrgyz. */
  phone: string;
  /** Sends the tickets to the new order's contact. */
  sendTickets?: boolean;
  /** As it was read. */
  version: number;
};

/** The list of `staff`, as that field takes it. */
export type StaffExportInput = {
  direction?: SortDirection;
  filter?: StaffFilterInput | null | undefined;
  sort?: StaffSort;
};

/** Which people; everything given has to fit. */
export type StaffFilterInput = {
  /** Only those who are blocked, or only those who are not. */
  blocked?: boolean | null | undefined;
  /** A role's code. */
  role?: string | null | undefined;
  /** Beginning of a name or of an e-mail. */
  text?: string | null | undefined;
};

/** By what those who work here are listed. */
export type StaffSort =
  /** When they were invited. */
  | 'ADDED'
  /** E-mail. */
  | 'EMAIL'
  /** Last name, as texts are sorted; those without one first. */
  | 'NAME'
  /** The role's code. */
  | 'ROLE';

/** Which stations; everything given has to fit. */
export type StationFilterInput = {
  /** Only those in use, or only those out of use. */
  active?: boolean | null | undefined;
  /** STATION, STOP or BORDER. */
  kind?: StopKind | null | undefined;
  /** A part of a name, of the town's name or of the code, in any language. */
  text?: string | null | undefined;
};

/** By what stations are listed. */
export type StationSort =
  /** Border points, stations, stops; by name within. */
  | 'KIND'
  /** Its name in the viewer's language. */
  | 'NAME'
  /** Those in use, those out of use; by name within. */
  | 'STATE'
  /** The town's name in the viewer's language, by name within; those of no town first. */
  | 'TOWN';

/** The list of `stationRecords`, as that field takes it. */
export type StationsExportInput = {
  direction?: SortDirection;
  filter?: StationFilterInput | null | undefined;
  sort?: StationSort;
};

/** Why somebody stays behind. */
export type StaysBehind =
  /** Somebody of their order stays behind. */
  | 'COMPANY'
  /** The other trip has left where they get on. */
  | 'DEPARTED'
  /** There is no seat of their class. */
  | 'NO_SEAT'
  /** The other trip does not call where they get on or off, or may not carry them between. */
  | 'NO_STOP';

/** What kind of a stop it is. */
export type StopKind =
  /** A border crossing: nobody boards or alights. */
  | 'BORDER'
  /** A platform of a station. */
  | 'PLATFORM'
  /** A bus or railway station, possibly with platforms. */
  | 'STATION'
  /** A stop in the street or a small station without platforms. */
  | 'STOP';

/** What a suggestion stands for. */
export type SuggestionKind =
  /** A town with all of its stations. */
  | 'PLACE'
  /** One station or stop. */
  | 'STATION';

export type SwapVehicleInput = {
  /** Why, although something speaks against the vehicle. */
  overrule?: string | null | undefined;
  /** Lines of passengers who may be given all their money back if there is no seat for them. */
  refunded?: Array<string | number>;
  /**
   * Who sits where, as `vehicleSwap` has proposed and the dispatcher corrected it. Who is not named, because they came
   * meanwhile, is seated around them; who has left meanwhile is passed over.
   */
  seats?: Array<SeatForInput>;
  tripId: string | number;
  /** Of the trip's carrier, in service. */
  vehicleId: string | number;
  /** Of the crew, as it was read. */
  version: number;
};

export type SwitchFiscalRegisterInput = {
  enabled: boolean;
  id: string | number;
};

export type SwitchGatewayInput = {
  enabled: boolean;
  id: string | number;
};

export type SwitchTerminalNetworkInput = {
  enabled: boolean;
  id: string | number;
};

/** What the customer hands over. Cash, card and account together are what is to be paid. */
export type TakePaymentInput = {
  /** Of what is to be paid, by the desk's card terminal, which has accepted it. */
  card?: string;
  /** Of the terminal's slip. At most 40 characters. */
  cardReference?: string | null | undefined;
  /** Of what is to be paid, in cash; whole units of the order's currency. */
  cash?: string;
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  /** A held order, or one whose exchange waits for its difference. */
  orderId: string | number;
  /** The cash handed over, where it is more than `cash`: the rest is change. */
  received?: string | null | undefined;
  /** Of what is to be paid, from the customer's internal account. */
  wallet?: string;
  /** What its owner was sent by `requestWalletCode`, with `wallet`. */
  walletCode?: string | null | undefined;
  /** The account's number, with `wallet`. */
  walletNumber?: string | null | undefined;
};

/** The list of `tariffRules`, as that field takes it. */
export type TariffExportInput = {
  direction?: SortDirection;
  filter?: TariffRuleFilterInput | null | undefined;
  sort?: TariffRuleSort;
};

/** Which rules; everything given has to fit. */
export type TariffRuleFilterInput = {
  /** Those of this carrier's lines alone. */
  carrierId?: string | number | null | undefined;
  kind?: TariffRuleKind | null | undefined;
  /** Null: those in force and those planned. */
  state?: TariffRuleState | null | undefined;
  /** In the name, in any language, or in the code of the rule or of its passenger category. */
  text?: string | null | undefined;
};

/** What a rule is about. */
export type TariffRuleKind =
  | 'BAGGAGE'
  /** What seats of a class cost more or less than the fare. */
  | 'CLASS'
  /** A passenger category, or a reduction for groups. */
  | 'DISCOUNT'
  /** How prices follow demand: how full a ride is, how long before it is bought. */
  | 'DYNAMIC'
  /** What of a ticket that is exchanged counts for the new one. */
  | 'EXCHANGE'
  /** What the station sells beside tickets: a blanket, a porter. */
  | 'EXTRA'
  | 'FEE'
  /** What comes back of a ticket that is returned. */
  | 'REFUND';

/** By what rules of the tariff are listed. */
export type TariffRuleSort =
  /** Kind by kind, in the order in which they decide. */
  | 'DECIDING'
  /** In the viewer's language. */
  | 'NAME'
  /** From when on they hold; those from the beginning come first. */
  | 'VALID_FROM'
  /** Until when they hold; those without an end come after all others. */
  | 'VALID_TO';

/** Where a rule stands now. */
export type TariffRuleState =
  /** Replaced by another, or ended. */
  | 'ENDED'
  | 'IN_FORCE'
  /** Later. */
  | 'PLANNED';

/** How money is handed over at a desk. */
export type Tender =
  /** By the desk's card terminal: nothing of it is in the till. */
  | 'CARD'
  | 'CASH';

/** Settings that a network begins with. */
export type TerminalDialect =
  /** `check` and `pay`. */
  | 'OSMP'
  /** With `cancel` and `status`. */
  | 'PAY24';

/** By what networks are listed. */
export type TerminalNetworkSort =
  | 'CODE'
  /** When it was made. */
  | 'MADE';

/** The list of `terminalNetworks`, as that field takes it. */
export type TerminalNetworksExportInput = {
  direction?: SortDirection;
  sort?: TerminalNetworkSort;
};

/** What a network is answered. Each network has a number of its own for it. */
export type TerminalOutcome =
  /** The account is not written like an order's number. */
  | 'ACCOUNT_FORM'
  /** The payment was cancelled. */
  | 'CANCELLED'
  /** `check` while the network is switched off here. */
  | 'CANNOT_CHECK'
  /** The order is paid, given up or its time is over. */
  | 'INACTIVE'
  /** The same transaction is being worked on: the network asks again. */
  | 'IN_PROGRESS'
  /** It is too late to cancel the payment, or something else was done with its order. */
  | 'NOT_CANCELLED'
  | 'NO_ACCOUNT'
  | 'NO_TRANSACTION'
  | 'OK'
  /** It cannot be understood, or its transaction came before with another account or sum. */
  | 'OTHER'
  /** The order can buy nothing: its seats or trip are gone, its passengers are not named, its road is closed. */
  | 'REFUSED'
  /** The network is switched off here. */
  | 'TECHNICAL'
  /** Trouble of ours that passes: the network asks again. */
  | 'TEMPORARY'
  /** More than is due and tolerated, or than the network takes. */
  | 'TOO_LARGE'
  /** Less than is due, or than the network takes. */
  | 'TOO_SMALL';

/** Which requests; everything given has to fit. */
export type TerminalRequestFilterInput = {
  /** Of one network. */
  networkId?: string | number | null | undefined;
  outcome?: TerminalOutcome | null | undefined;
  /** The network's number of the outcome. */
  result?: number | null | undefined;
  /** The transaction's number or the account, whole; an order's number in any form. */
  text?: string | null | undefined;
  /** Those that somebody should look at. */
  trouble?: boolean;
};

/** By what requests are listed: by time alone, since they grow without end. */
export type TerminalRequestSort =
  /** When it came. */
  | 'AT';

/** The list of `terminalRequests`, as that field takes it. */
export type TerminalRequestsExportInput = {
  direction?: SortDirection;
  filter?: TerminalRequestFilterInput | null | undefined;
  sort?: TerminalRequestSort;
};

/** A network's number of an outcome. */
export type TerminalResultInput = {
  /** From 0 to 9999. */
  number: number;
  outcome: TerminalOutcome;
};

/** How a network writes an amount. */
export type TerminalSumForm =
  /** `10,45` */
  | 'COMMA'
  /** `1045`: in minor units. */
  | 'MINOR'
  /** `10.45` */
  | 'POINT';

export type TestFiscalRegisterInput = {
  id: string | number;
};

export type TestGatewayInput = {
  id: string | number;
};

export type TestPrinterInput = {
  deskId: string | number;
};

export type TestTerminalNetworkInput = {
  /** What to check; without it an order that there is not. */
  account?: string | null | undefined;
  id: string | number;
};

/** A name in the three languages of the interface. What is left empty is taken from the Russian one. */
export type ThreeNamesInput = {
  en?: string;
  ky?: string;
  ru: string;
};

/** What is to be put on which account. */
export type TopUpWalletInput = {
  /** Whole units of the account's currency, with two digits after the point at most. */
  amount: string;
  /** For cashiers: its number, as the customer says it. */
  number?: string | null | undefined;
  /** One of the viewer's own. */
  walletId?: string | number | null | undefined;
};

/** What on a trip asks for a dispatcher's attention. */
export type TripAlarm =
  /** The vehicle or a driver is on another trip at the same time. */
  | 'CREW_BUSY'
  /** Was reported as boarding, and should have left five minutes ago. */
  | 'NOT_DEPARTED'
  /** Leaves within three hours, and nobody has said who drives. */
  | 'NO_DRIVER'
  /** Leaves within three hours, and nobody has said with which vehicle. */
  | 'NO_VEHICLE'
  /** A paper of the vehicle, a driver or the carrier will have run out on its day. */
  | 'PAPER_EXPIRED'
  /** Passengers have tickets for a road that is closed. */
  | 'ROAD_CLOSED'
  /** More than an hour late: passengers may give tickets back for all of their price. */
  | 'VERY_LATE';

/** Which trips of a day. */
export type TripFilterInput = {
  carrierId?: string | number | null | undefined;
  /** Date of departure from the first stop, in the zone of the carrier's timetable. */
  date: string;
  /** Only those that are late, or only those that are not. */
  late?: boolean | null | undefined;
  /** As passengers see it now. */
  state?: TripState | null | undefined;
  /** Trips that call at this station or town. */
  stationId?: string | number | null | undefined;
  /** Number, route or a stop's name, in any language. */
  text?: string | null | undefined;
};

/** How it went with a trip. */
export type TripOutcomeKind =
  | 'DONE'
  /** It stays as it was. */
  | 'REJECTED'
  /** It was so already: nobody was told anything again. */
  | 'UNCHANGED';

/** By what the trips of a day are listed. */
export type TripSort =
  /** The carrier's name in the viewer's language, by departure within. */
  | 'CARRIER'
  /** From the first stop; with `stationId`, from there. */
  | 'DEPARTURE'
  /** The first and the last stop in the viewer's language, by departure within. */
  | 'DIRECTION'
  /** Its number as people count: 9 before 10, by departure within. */
  | 'NUMBER'
  /** In the order of a trip: scheduled, boarding, departed, arrived, cancelled; by departure within. */
  | 'STATE';

/** How far a trip is. */
export type TripState =
  /** At its last stop. */
  | 'ARRIVED'
  /** Passengers are getting on at the first stop. */
  | 'BOARDING'
  /** Does not run; everything paid is returned. */
  | 'CANCELLED'
  /** On its way. */
  | 'DEPARTED'
  | 'SCHEDULED';

/** What is done with each of the trips. */
export type TripsAction =
  /** As `cancelTrip`: it cannot be undone. */
  | 'CANCEL'
  /** As `setTripSale`. */
  | 'CLOSE_SALE'
  /** As `delayTrip`, with `minutes`. */
  | 'DELAY'
  | 'OPEN_SALE'
  /** As `setPlatform`, at `stationId`. */
  | 'SET_PLATFORM';

/** The list of `trips`, as that field takes it. */
export type TripsExportInput = {
  direction?: SortDirection;
  filter: TripFilterInput;
  sort?: TripSort;
};

export type UpdateStaffInput = {
  /** Needed for a carrier's representative. */
  carrierId?: string | number | null | undefined;
  /** Desks where alone they sell, of their stations; none: at all. */
  deskIds?: Array<string | number>;
  firstName: string;
  id: string | number;
  lastName: string;
  /** A role's code. */
  role: string;
  /** Stations whose trips alone they see and run; none: of all. */
  stationIds?: Array<string | number>;
  /** As it was read: a change on top of somebody else's is refused. */
  version: number;
};

/** Which vehicles; everything given has to fit. */
export type VehicleFilterInput = {
  /** Only those in service, or only the others. */
  active?: boolean | null | undefined;
  carrierId?: string | number | null | undefined;
  /** A part of the plate, or the beginning of the make. */
  text?: string | null | undefined;
  /** minibus, coach, vip, doubledecker, suburban or rail. */
  vehicleClass?: string | null | undefined;
};

/** By what vehicles are listed. */
export type VehicleSort =
  /** The carrier's name in the viewer's language. */
  | 'CARRIER'
  /** Its make, as texts are sorted. */
  | 'MAKE'
  /** Its plate, as texts are sorted. */
  | 'PLATE'
  /** How many seats it has. */
  | 'SEATS'
  /** When it was built; those of an unknown year as the oldest. */
  | 'YEAR';

/** The list of `vehicles`, as that field takes it. */
export type VehiclesExportInput = {
  direction?: SortDirection;
  filter?: VehicleFilterInput | null | undefined;
  sort?: VehicleSort;
};

/** One thing that is set on a list. */
export type ViewSettingInput = {
  /** As the list's address names it: `status`, `text`, … */
  name: string;
  value: string;
};

/** What the money of a refund waits for. */
export type WaitingRefundCause =
  /** It is to be paid out at a desk, and nobody has come yet. */
  | 'AT_DESK'
  /** The gateway has refused it: a closed card, an account that is gone. */
  | 'REFUSED';

/** Which of them; everything given has to fit. */
export type WaitingRefundFilterInput = {
  cause?: WaitingRefundCause | null | undefined;
  /** The beginning of the order's number, with or without `BK-`. */
  text?: string | null | undefined;
};

/** By what they are listed. */
export type WaitingRefundSort =
  | 'AMOUNT'
  | 'SINCE';

/** The list of `waitingRefunds`, as that field takes it. */
export type WaitingRefundsExportInput = {
  direction?: SortDirection;
  filter?: WaitingRefundFilterInput | null | undefined;
  sort?: WaitingRefundSort;
};

/** Why money came or went. */
export type WalletEntryKind =
  /** Something was bought. */
  | 'PURCHASE'
  /** Something that was bought was given back. */
  | 'REFUND'
  /** Money was put on it. */
  | 'TOP_UP'
  /** A terminal has taken a top-up back. */
  | 'UNDONE';

/** Which internal accounts; everything given has to fit. */
export type WalletFilterInput = {
  /** Only those that are blocked, or only those that are not. */
  blocked?: boolean | null | undefined;
  /** Only those that owe, or only those that do not. */
  owing?: boolean | null | undefined;
  /** The number, a part of a company's name, or the beginning of the owner's last name, e-mail or phone. */
  text?: string | null | undefined;
};

/** By what internal accounts are listed. */
export type WalletSort =
  /** What is on it; the deepest debt is the least. */
  | 'BALANCE'
  /** Its number. */
  | 'NUMBER'
  /** When it was opened. */
  | 'OPENED';

/** The list of `wallets`, as that field takes it. */
export type WalletsExportInput = {
  direction?: SortDirection;
  filter?: WalletFilterInput | null | undefined;
  sort?: WalletSort;
};

export type WithdrawAnnouncementInput = {
  id: string | number;
  /** As it was read. */
  version: number;
};

export type StaffPartsFragment = { id: string, firstName: string | null, lastName: string | null, email: string | null, permissions: Array<Permission>, role: { code: string, name: string } | null, carrier: { id: string, name: string } | null, stations: Array<{ id: string, name: string }>, secondFactor: { on: boolean, demanded: boolean, recoveryCodesLeft: number } | null };

export type StaffSignInMutationVariables = Exact<{
  login: string;
  password: string;
  secondFactor?: string | null | undefined;
}>;


export type StaffSignInMutation = { signIn:
    | { __typename: 'SecondFactorNeeded', wrong: boolean, message: string }
    | { __typename: 'SignedIn', accessToken: string, expiresAt: string, me: { id: string, firstName: string | null, lastName: string | null, email: string | null, permissions: Array<Permission>, role: { code: string, name: string } | null, carrier: { id: string, name: string } | null, stations: Array<{ id: string, name: string }>, secondFactor: { on: boolean, demanded: boolean, recoveryCodesLeft: number } | null } }
    | { __typename: 'TooManyAttempts', retryAfterSeconds: number }
    | { __typename: 'WrongCredentials' }
   };

export type StaffRefreshMutationVariables = Exact<{ [key: string]: never; }>;


export type StaffRefreshMutation = { refreshSession:
    | { __typename: 'SignedIn', accessToken: string, expiresAt: string, me: { id: string, firstName: string | null, lastName: string | null, email: string | null, permissions: Array<Permission>, role: { code: string, name: string } | null, carrier: { id: string, name: string } | null, stations: Array<{ id: string, name: string }>, secondFactor: { on: boolean, demanded: boolean, recoveryCodesLeft: number } | null } }
    | { __typename: 'WrongCredentials' }
   };

export type StaffSignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type StaffSignOutMutation = { signOut: { ok: boolean } };

export type SiteQueryVariables = Exact<{ [key: string]: never; }>;


export type SiteQuery = { site: { name: string, today: string, timeZone: string, demonstration: boolean } };

export type AnnouncementPartsFragment = { id: string, version: number, text: string, texts: { ru: string, ky: string, en: string }, station: { id: string, name: string }, startsAt: { at: string, local: string }, endsAt: { at: string, local: string } };

export type AnnouncementListQueryVariables = Exact<{
  stationId?: string | number | null | undefined;
  past: boolean;
  sort?: AnnouncementSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type AnnouncementListQuery = { announcementList: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, text: string, texts: { ru: string, ky: string, en: string }, station: { id: string, name: string }, startsAt: { at: string, local: string }, endsAt: { at: string, local: string } }> } };

export type AnnouncementStationsQueryVariables = Exact<{ [key: string]: never; }>;


export type AnnouncementStationsQuery = { stations: Array<{ id: string, name: string, timeZone: string }> };

type AnnouncementOutcome_AnnouncementSaved_Fragment = { __typename: 'AnnouncementSaved', announcement: { id: string, version: number, text: string, texts: { ru: string, ky: string, en: string }, station: { id: string, name: string }, startsAt: { at: string, local: string }, endsAt: { at: string, local: string } } };

type AnnouncementOutcome_ChangedMeanwhile_Fragment = { __typename: 'ChangedMeanwhile', message: string };

type AnnouncementOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> };

export type AnnouncementOutcomeFragment =
  | AnnouncementOutcome_AnnouncementSaved_Fragment
  | AnnouncementOutcome_ChangedMeanwhile_Fragment
  | AnnouncementOutcome_InvalidInput_Fragment
;

export type SaveAnnouncementMutationVariables = Exact<{
  input: SaveAnnouncementInput;
}>;


export type SaveAnnouncementMutation = { saveAnnouncement:
    | { __typename: 'AnnouncementSaved', announcement: { id: string, version: number, text: string, texts: { ru: string, ky: string, en: string }, station: { id: string, name: string }, startsAt: { at: string, local: string }, endsAt: { at: string, local: string } } }
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type WithdrawAnnouncementMutationVariables = Exact<{
  input: WithdrawAnnouncementInput;
}>;


export type WithdrawAnnouncementMutation = { withdrawAnnouncement:
    | { __typename: 'AnnouncementSaved', announcement: { id: string, version: number, text: string, texts: { ru: string, ky: string, en: string }, station: { id: string, name: string }, startsAt: { at: string, local: string }, endsAt: { at: string, local: string } } }
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type AuditEntriesQueryVariables = Exact<{
  filter?: AuditFilterInput | null | undefined;
  sort?: AuditSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditEntriesQuery = { auditEntries: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, action: string, subjectKind: string, subjectId: string | null, subjectName: string | null, address: string | null, before: unknown, after: unknown, staff: { id: string, firstName: string | null, lastName: string | null, email: string | null } | null }> } };

export type BlankBlockPartsFragment = { id: string, version: number, title: string, series: string, firstNumber: number, lastNumber: number, next: string | null, note: string | null, issuedAt: string, movedAt: string, free: number, sold: number, spoilt: number, lost: number, desk: { id: string, sign: string, station: { id: string, name: string } | null } | null };

export type BlankPartsFragment = { id: string, number: string, state: BlankState, orderId: string | null, orderNumber: string | null, soldAt: string | null, note: string | null, changedAt: string | null, changedBy: { id: string, firstName: string | null, lastName: string | null } | null };

export type BlankBlocksQueryVariables = Exact<{
  filter?: BlankBlockFilterInput | null | undefined;
  sort: BlankBlockSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type BlankBlocksQuery = { blankBlocks: { nodes: Array<{ id: string, version: number, title: string, series: string, firstNumber: number, lastNumber: number, next: string | null, note: string | null, issuedAt: string, movedAt: string, free: number, sold: number, spoilt: number, lost: number, desk: { id: string, sign: string, station: { id: string, name: string } | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BlankBlockPageQueryVariables = Exact<{
  id: string | number;
}>;


export type BlankBlockPageQuery = { blankBlock: { id: string, version: number, title: string, series: string, firstNumber: number, lastNumber: number, next: string | null, note: string | null, issuedAt: string, movedAt: string, free: number, sold: number, spoilt: number, lost: number, issuedBy: { id: string, firstName: string | null, lastName: string | null } | null, blanks: Array<{ id: string, number: string, state: BlankState, orderId: string | null, orderNumber: string | null, soldAt: string | null, note: string | null, changedAt: string | null, changedBy: { id: string, firstName: string | null, lastName: string | null } | null }>, desk: { id: string, sign: string, station: { id: string, name: string } | null } | null } };

export type DeskBlankBlocksQueryVariables = Exact<{ [key: string]: never; }>;


export type DeskBlankBlocksQuery = { deskBlankBlocks: Array<{ id: string, version: number, title: string, series: string, firstNumber: number, lastNumber: number, next: string | null, note: string | null, issuedAt: string, movedAt: string, free: number, sold: number, spoilt: number, lost: number, desk: { id: string, sign: string, station: { id: string, name: string } | null } | null }> };

export type PaperTripsQueryVariables = Exact<{
  filter: TripFilterInput;
}>;


export type PaperTripsQuery = { trips: { nodes: Array<{ id: string, number: string, destination: string, state: TripState, reservedSeating: boolean, calls: Array<{ sequence: number, boarding: boolean, alighting: boolean, departure: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } }> }> } };

export type PaperCategoriesQueryVariables = Exact<{ [key: string]: never; }>;


export type PaperCategoriesQuery = { passengerCategories: Array<{ code: string, name: string, needsSeat: boolean }> };

export type IssueBlanksMutationVariables = Exact<{
  input: IssueBlanksInput;
}>;


export type IssueBlanksMutation = { issueBlanks:
    | { __typename: 'BlanksIssued', block: { id: string, version: number, title: string, series: string, firstNumber: number, lastNumber: number, next: string | null, note: string | null, issuedAt: string, movedAt: string, free: number, sold: number, spoilt: number, lost: number, desk: { id: string, sign: string, station: { id: string, name: string } | null } | null } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type MoveBlanksMutationVariables = Exact<{
  input: MoveBlanksInput;
}>;


export type MoveBlanksMutation = { moveBlanks:
    | { __typename: 'BlanksMoved', block: { id: string, version: number, title: string, series: string, firstNumber: number, lastNumber: number, next: string | null, note: string | null, issuedAt: string, movedAt: string, free: number, sold: number, spoilt: number, lost: number, desk: { id: string, sign: string, station: { id: string, name: string } | null } | null } }
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type MarkBlankMutationVariables = Exact<{
  input: MarkBlankInput;
}>;


export type MarkBlankMutation = { markBlank:
    | { __typename: 'BlankMarked', blank: { id: string, number: string, state: BlankState, orderId: string | null, orderNumber: string | null, soldAt: string | null, note: string | null, changedAt: string | null, changedBy: { id: string, firstName: string | null, lastName: string | null } | null } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type EnterBlankMutationVariables = Exact<{
  input: EnterBlankInput;
}>;


export type EnterBlankMutation = { enterBlank:
    | { __typename: 'BlankEntered', blank: { id: string, number: string, state: BlankState, orderId: string | null, orderNumber: string | null, soldAt: string | null, note: string | null, changedAt: string | null, changedBy: { id: string, firstName: string | null, lastName: string | null } | null }, order: { id: string, number: string, total: { amount: string, currency: string } } }
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'ShiftNeeded', message: string }
   };

export type CarrierPartsFragment = { id: string, code: string, name: string, phone: string | null, email: string | null, url: string | null, taxPercent: string | null, active: boolean, version: number, names: { ru: string, ky: string, en: string }, legal: { name: string | null, inn: string | null, address: string | null, director: string | null, bank: string | null, bankAccount: string | null }, blocked: { at: string, reason: string } | null };

export type ContractPartsFragment = { id: string, number: string, startsOn: string, endsOn: string | null, state: ContractState, version: number, commission: { kind: CommissionKind, value: string }, stationFee: { amount: string, currency: string }, routes: Array<{ route: { id: string, number: string, name: string } | null, commission: { kind: CommissionKind, value: string } }> };

type CarrierOutcome_CarrierChanged_Fragment = { __typename: 'CarrierChanged', carrier: { id: string, code: string, name: string, phone: string | null, email: string | null, url: string | null, taxPercent: string | null, active: boolean, version: number, names: { ru: string, ky: string, en: string }, legal: { name: string | null, inn: string | null, address: string | null, director: string | null, bank: string | null, bankAccount: string | null }, blocked: { at: string, reason: string } | null } };

type CarrierOutcome_ChangedMeanwhile_Fragment = { __typename: 'ChangedMeanwhile', message: string };

type CarrierOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> };

export type CarrierOutcomeFragment =
  | CarrierOutcome_CarrierChanged_Fragment
  | CarrierOutcome_ChangedMeanwhile_Fragment
  | CarrierOutcome_InvalidInput_Fragment
;

export type CarrierRecordsQueryVariables = Exact<{
  filter?: CarrierFilterInput | null | undefined;
  sort?: CarrierSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type CarrierRecordsQuery = { carrierRecords: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ vehicleCount: number, id: string, code: string, name: string, phone: string | null, email: string | null, url: string | null, taxPercent: string | null, active: boolean, version: number, contracts: Array<{ id: string, number: string, state: ContractState }>, names: { ru: string, ky: string, en: string }, legal: { name: string | null, inn: string | null, address: string | null, director: string | null, bank: string | null, bankAccount: string | null }, blocked: { at: string, reason: string } | null }> } };

export type CarrierRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type CarrierRecordQuery = { carrierRecord: { vehicleCount: number, tripsAhead: number, id: string, code: string, name: string, phone: string | null, email: string | null, url: string | null, taxPercent: string | null, active: boolean, version: number, routes: Array<{ id: string, number: string, name: string }>, contracts: Array<{ id: string, number: string, startsOn: string, endsOn: string | null, state: ContractState, version: number, commission: { kind: CommissionKind, value: string }, stationFee: { amount: string, currency: string }, routes: Array<{ route: { id: string, number: string, name: string } | null, commission: { kind: CommissionKind, value: string } }> }>, permits: Array<{ id: string, holder: PermitHolder, holderId: string, kind: PermitKind, number: string, issuedOn: string | null, expiresOn: string, daysLeft: number, note: string | null, version: number }>, names: { ru: string, ky: string, en: string }, legal: { name: string | null, inn: string | null, address: string | null, director: string | null, bank: string | null, bankAccount: string | null }, blocked: { at: string, reason: string } | null } };

export type ContractShareQueryVariables = Exact<{
  carrier: string | number;
  fare: string;
  route?: string | number | null | undefined;
}>;


export type ContractShareQuery = { carrierRecord: { id: string, contracts: Array<{ id: string, share: { stationFee: { amount: string, currency: string }, commission: { amount: string, currency: string }, carrier: { amount: string, currency: string } } }> } };

export type SaveCarrierMutationVariables = Exact<{
  input: SaveCarrierInput;
}>;


export type SaveCarrierMutation = { saveCarrier:
    | { __typename: 'CarrierChanged', carrier: { id: string, code: string, name: string, phone: string | null, email: string | null, url: string | null, taxPercent: string | null, active: boolean, version: number, names: { ru: string, ky: string, en: string }, legal: { name: string | null, inn: string | null, address: string | null, director: string | null, bank: string | null, bankAccount: string | null }, blocked: { at: string, reason: string } | null } }
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type BlockCarrierMutationVariables = Exact<{
  input: BlockCarrierInput;
}>;


export type BlockCarrierMutation = { blockCarrier:
    | { __typename: 'CarrierChanged', carrier: { id: string, code: string, name: string, phone: string | null, email: string | null, url: string | null, taxPercent: string | null, active: boolean, version: number, names: { ru: string, ky: string, en: string }, legal: { name: string | null, inn: string | null, address: string | null, director: string | null, bank: string | null, bankAccount: string | null }, blocked: { at: string, reason: string } | null } }
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type SaveContractMutationVariables = Exact<{
  input: SaveContractInput;
}>;


export type SaveContractMutation = { saveContract:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'ContractSaved', contract: { id: string, number: string, startsOn: string, endsOn: string | null, state: ContractState, version: number, commission: { kind: CommissionKind, value: string }, stationFee: { amount: string, currency: string }, routes: Array<{ route: { id: string, number: string, name: string } | null, commission: { kind: CommissionKind, value: string } }> } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type ClosurePartsFragment = { id: string, bothWays: boolean, reason: string, state: ClosureState, liftedAt: string | null, version: number, from: { id: string, name: string } | null, to: { id: string, name: string } | null, startsAt: { at: string, local: string }, endsAt: { at: string, local: string } | null, reasons: { ru: string, ky: string, en: string } };

export type ImpactPartsFragment = { trips: number, orders: number, tickets: number, ticketsOnSection: number, held: number, withEmail: number, withPhone: number, days: Array<{ date: string, trips: number, tickets: number }>, paid: Array<{ amount: string, currency: string }> };

type ClosureOutcome_ChangedMeanwhile_Fragment = { __typename: 'ChangedMeanwhile', message: string };

type ClosureOutcome_ClosureChanged_Fragment = { __typename: 'ClosureChanged', tripsChanged: number, ordersReturned: number, closure: { id: string, bothWays: boolean, reason: string, state: ClosureState, liftedAt: string | null, version: number, from: { id: string, name: string } | null, to: { id: string, name: string } | null, startsAt: { at: string, local: string }, endsAt: { at: string, local: string } | null, reasons: { ru: string, ky: string, en: string } } };

type ClosureOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> };

export type ClosureOutcomeFragment =
  | ClosureOutcome_ChangedMeanwhile_Fragment
  | ClosureOutcome_ClosureChanged_Fragment
  | ClosureOutcome_InvalidInput_Fragment
;

export type ClosuresQueryVariables = Exact<{
  past: boolean;
  sort?: ClosureSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type ClosuresQuery = { closures: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, bothWays: boolean, reason: string, state: ClosureState, liftedAt: string | null, version: number, from: { id: string, name: string } | null, to: { id: string, name: string } | null, startsAt: { at: string, local: string }, endsAt: { at: string, local: string } | null, reasons: { ru: string, ky: string, en: string } }> } };

export type ClosureQueryVariables = Exact<{
  id: string | number;
}>;


export type ClosureQuery = { closure: { id: string, bothWays: boolean, reason: string, state: ClosureState, liftedAt: string | null, version: number, impact: { trips: number, orders: number, tickets: number, ticketsOnSection: number, held: number, withEmail: number, withPhone: number, days: Array<{ date: string, trips: number, tickets: number }>, paid: Array<{ amount: string, currency: string }> }, returns: { waiting: number, done: number, failed: number }, rebookings: { waiting: number, done: number, failed: number, moved: number, behind: number }, from: { id: string, name: string } | null, to: { id: string, name: string } | null, startsAt: { at: string, local: string }, endsAt: { at: string, local: string } | null, reasons: { ru: string, ky: string, en: string } } };

export type ClosureImpactQueryVariables = Exact<{
  section: ClosedSectionInput;
}>;


export type ClosureImpactQuery = { closureImpact:
    | { __typename: 'ClosureImpact', trips: number, orders: number, tickets: number, ticketsOnSection: number, held: number, withEmail: number, withPhone: number, days: Array<{ date: string, trips: number, tickets: number }>, paid: Array<{ amount: string, currency: string }> }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
   };

export type ClosureTicketsQueryVariables = Exact<{
  id: string | number;
  sort?: ClosureTicketSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type ClosureTicketsQuery = { closureTickets: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ orderId: string, orderNumber: string, phone: string | null, email: string | null, onSection: boolean, line: { id: string, state: LineState, seat: string | null, price: { amount: string, currency: string } }, passenger: { id: string, firstName: string | null, lastName: string | null }, trip: { id: string, number: string }, from: { stop: { id: string, name: string, place: { id: string, name: string } | null }, departure: { local: string } }, to: { stop: { id: string, name: string, place: { id: string, name: string } | null } } }> } };

export type SectionEndsQueryVariables = Exact<{
  query: string;
}>;


export type SectionEndsQuery = { places: Array<{ id: string, name: string, kind: SuggestionKind, detail: string | null }> };

export type SaveClosureMutationVariables = Exact<{
  input: SaveClosureInput;
}>;


export type SaveClosureMutation = { saveClosure:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'ClosureChanged', tripsChanged: number, ordersReturned: number, closure: { id: string, bothWays: boolean, reason: string, state: ClosureState, liftedAt: string | null, version: number, from: { id: string, name: string } | null, to: { id: string, name: string } | null, startsAt: { at: string, local: string }, endsAt: { at: string, local: string } | null, reasons: { ru: string, ky: string, en: string } } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
   };

export type LiftClosureMutationVariables = Exact<{
  input: LiftClosureInput;
}>;


export type LiftClosureMutation = { liftClosure:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'ClosureChanged', tripsChanged: number, ordersReturned: number, closure: { id: string, bothWays: boolean, reason: string, state: ClosureState, liftedAt: string | null, version: number, from: { id: string, name: string } | null, to: { id: string, name: string } | null, startsAt: { at: string, local: string }, endsAt: { at: string, local: string } | null, reasons: { ru: string, ky: string, en: string } } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
   };

export type RefundClosureMutationVariables = Exact<{
  input: RefundClosureInput;
}>;


export type RefundClosureMutation = { refundClosure:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'ClosureChanged', tripsChanged: number, ordersReturned: number, closure: { id: string, bothWays: boolean, reason: string, state: ClosureState, liftedAt: string | null, version: number, from: { id: string, name: string } | null, to: { id: string, name: string } | null, startsAt: { at: string, local: string }, endsAt: { at: string, local: string } | null, reasons: { ru: string, ky: string, en: string } } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
   };

export type RebookingPlanQueryVariables = Exact<{
  id: string | number;
  days: number;
  otherClass: boolean;
  choices: Array<RebookingChoiceInput> | RebookingChoiceInput;
}>;


export type RebookingPlanQuery = { rebookingPlan:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'RebookingPlan', passengers: number, behind: number, messages: number, trips: Array<{ passengers: number, behind: number, trip: { id: string, number: string, destination: string }, from: { departure: { local: string } }, why: Array<{ why: StaysBehind, passengers: number }>, shares: Array<{ passengers: number, minutesLater: number, otherClass: number, otherStation: number, otherCarrier: boolean, to: { id: string, number: string, carrier: { id: string, name: string } }, from: { departure: { local: string } } }>, options: Array<{ passengers: number, otherStation: number, seatsLeft: number, trip: { id: string, number: string, carrier: { id: string, name: string } }, from: { departure: { local: string } } }> }> }
   };

export type RebookingCallFragment = { departure: { local: string } };

export type RebookClosureMutationVariables = Exact<{
  input: RebookClosureInput;
}>;


export type RebookClosureMutation = { rebookClosure:
    | { __typename: 'ClosureRebooked', trips: number, passengers: number, behind: number }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
   };

export type CompanyPartsFragment = { id: string, name: string, inn: string, address: string | null, contact: string | null, email: string | null, phone: string | null, contractNumber: string, contractFrom: string, contractTo: string | null, inForce: boolean, discountPercent: string | null, termDays: number, version: number, prices: Array<{ serviceClass: string | null, category: string | null, percent: string, route: { id: string, number: string, name: string } | null }>, wallet: { id: string, number: string, ledgerAccount: string, holder: string, version: number, blocked: boolean, blockedReason: string | null, openedAt: string, balance: { amount: string, currency: string }, credit: { amount: string, currency: string } }, debt: { overdue: { amount: string, currency: string } } | null };

export type CompaniesQueryVariables = Exact<{
  filter?: CompanyFilterInput | null | undefined;
  sort: CompanySort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type CompaniesQuery = { companies: { totalCount: number | null, nodes: Array<{ id: string, name: string, inn: string, address: string | null, contact: string | null, email: string | null, phone: string | null, contractNumber: string, contractFrom: string, contractTo: string | null, inForce: boolean, discountPercent: string | null, termDays: number, version: number, prices: Array<{ serviceClass: string | null, category: string | null, percent: string, route: { id: string, number: string, name: string } | null }>, wallet: { id: string, number: string, ledgerAccount: string, holder: string, version: number, blocked: boolean, blockedReason: string | null, openedAt: string, balance: { amount: string, currency: string }, credit: { amount: string, currency: string } }, debt: { overdue: { amount: string, currency: string } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CompanyChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type CompanyChoicesQuery = { passengerCategories: Array<{ code: string, name: string }>, companyRoutes: Array<{ id: string, number: string, name: string }> };

export type CompanyRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type CompanyRecordQuery = { company: { id: string, name: string, inn: string, address: string | null, contact: string | null, email: string | null, phone: string | null, contractNumber: string, contractFrom: string, contractTo: string | null, inForce: boolean, discountPercent: string | null, termDays: number, version: number, members: Array<{ id: string, email: string, monthlyLimit: { amount: string, currency: string } | null }>, prices: Array<{ serviceClass: string | null, category: string | null, percent: string, route: { id: string, number: string, name: string } | null }>, wallet: { id: string, number: string, ledgerAccount: string, holder: string, version: number, blocked: boolean, blockedReason: string | null, openedAt: string, balance: { amount: string, currency: string }, credit: { amount: string, currency: string } }, debt: { overdue: { amount: string, currency: string } } | null } };

export type SaveCompanyMutationVariables = Exact<{
  input: SaveCompanyInput;
}>;


export type SaveCompanyMutation = { saveCompany:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'CompanyChanged', company: { id: string, name: string, inn: string, address: string | null, contact: string | null, email: string | null, phone: string | null, contractNumber: string, contractFrom: string, contractTo: string | null, inForce: boolean, discountPercent: string | null, termDays: number, version: number, prices: Array<{ serviceClass: string | null, category: string | null, percent: string, route: { id: string, number: string, name: string } | null }>, wallet: { id: string, number: string, ledgerAccount: string, holder: string, version: number, blocked: boolean, blockedReason: string | null, openedAt: string, balance: { amount: string, currency: string }, credit: { amount: string, currency: string } }, debt: { overdue: { amount: string, currency: string } } | null } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type SaveMemberMutationVariables = Exact<{
  input: SaveMemberInput;
}>;


export type SaveMemberMutation = { saveMember:
    | { __typename: 'CompanyChanged', company: { id: string } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type RecordTransferMutationVariables = Exact<{
  input: RecordTransferInput;
}>;


export type RecordTransferMutation = { recordTransfer:
    | { __typename: 'CompanyChanged', company: { id: string } }
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type InvoicePartsFragment = { id: string, number: number, kind: CompanyInvoiceKind, startsOn: string | null, endsOn: string | null, dueOn: string, issuedAt: string, cancelledAt: string | null, cancelledReason: string | null, due: { amount: string, currency: string } };

export type CompanyInvoicesQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type CompanyInvoicesQuery = { company: { id: string, invoices: { nodes: Array<{ id: string, number: number, kind: CompanyInvoiceKind, startsOn: string | null, endsOn: string | null, dueOn: string, issuedAt: string, cancelledAt: string | null, cancelledReason: string | null, due: { amount: string, currency: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type IssueInvoiceMutationVariables = Exact<{
  input: IssueInvoiceInput;
}>;


export type IssueInvoiceMutation = { issueInvoice:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'InvoiceChanged', invoice: { id: string, number: number, kind: CompanyInvoiceKind, startsOn: string | null, endsOn: string | null, dueOn: string, issuedAt: string, cancelledAt: string | null, cancelledReason: string | null, due: { amount: string, currency: string } } }
   };

export type CancelInvoiceMutationVariables = Exact<{
  input: CancelInvoiceInput;
}>;


export type CancelInvoiceMutation = { cancelInvoice:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'InvoiceChanged', invoice: { id: string, number: number, kind: CompanyInvoiceKind, startsOn: string | null, endsOn: string | null, dueOn: string, issuedAt: string, cancelledAt: string | null, cancelledReason: string | null, due: { amount: string, currency: string } } }
   };

export type ExportInvoiceMutationVariables = Exact<{
  input: ExportInvoiceInput;
}>;


export type ExportInvoiceMutation = { exportInvoice:
    | { __typename: 'ExportReady', url: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TooManyAttempts', message: string }
   };

export type DeskPartsFragment = { id: string, sign: string, note: string | null, printer: string | null, paperMm: number, active: boolean, version: number, register: { id: string, name: string } | null };

export type DesksQueryVariables = Exact<{
  stationId?: string | number | null | undefined;
}>;


export type DesksQuery = { desks: Array<{ ledgerAccount: string, id: string, sign: string, note: string | null, printer: string | null, paperMm: number, active: boolean, version: number, station: { id: string, name: string } | null, register: { id: string, name: string } | null }> };

export type SaveDeskMutationVariables = Exact<{
  input: SaveDeskInput;
}>;


export type SaveDeskMutation = { saveDesk:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'DeskSaved', desk: { id: string, sign: string, note: string | null, printer: string | null, paperMm: number, active: boolean, version: number, register: { id: string, name: string } | null } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type DispatchBoardQueryVariables = Exact<{
  stationId: string | number;
  date: string;
  side: BoardSide;
}>;


export type DispatchBoardQuery = { dispatchBoard: Array<{ drivers: Array<string>, places: number, sold: number, passengers: number, boarded: number, alarms: Array<TripAlarm>, expectedAt: { at: string, local: string }, call: { sequence: number, platform: string | null, skipped: boolean, arrival: { local: string }, departure: { local: string } }, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, saleClosed: boolean, roadClosed: boolean, originNames: { ru: string, ky: string, en: string } | null, vehicle: { name: string, plate: string | null } } }> };

export type DispatchChangedSubscriptionVariables = Exact<{
  stationId: string | number;
}>;


export type DispatchChangedSubscription = { dispatchChanged: number };

export type DriverPartsFragment = { id: string, name: string, lastName: string, firstName: string, middleName: string | null, phone: string | null, active: boolean, version: number, carrier: { id: string, name: string } };

export type DriversQueryVariables = Exact<{
  filter?: DriverFilterInput | null | undefined;
  sort?: DriverSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type DriversQuery = { drivers: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, lastName: string, firstName: string, middleName: string | null, phone: string | null, active: boolean, version: number, permits: Array<{ id: string, daysLeft: number }>, carrier: { id: string, name: string } }> } };

export type DriverQueryVariables = Exact<{
  id: string | number;
}>;


export type DriverQuery = { driver: { id: string, name: string, lastName: string, firstName: string, middleName: string | null, phone: string | null, active: boolean, version: number, permits: Array<{ id: string, holder: PermitHolder, holderId: string, kind: PermitKind, number: string, issuedOn: string | null, expiresOn: string, daysLeft: number, note: string | null, version: number }>, carrier: { id: string, name: string } } };

export type FleetChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type FleetChoicesQuery = { carriers: Array<{ id: string, name: string }> };

export type SaveDriverMutationVariables = Exact<{
  input: SaveDriverInput;
}>;


export type SaveDriverMutation = { saveDriver:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'DriverSaved', driver: { id: string, name: string, lastName: string, firstName: string, middleName: string | null, phone: string | null, active: boolean, version: number, carrier: { id: string, name: string } } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type ExchangeRidePartsFragment = { title: string, trip: { id: string, number: string }, from: { sequence: number, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null } } };

export type ExchangePartsFragment = { id: string, state: ExchangeState, validUntil: string | null, createdAt: string, needsOverrule: boolean, difference: { amount: string, currency: string }, forgone: { amount: string, currency: string }, lines: Array<{ codeKept: boolean | null, passenger: { id: string, firstName: string | null, lastName: string | null } | null, old: { title: string, trip: { id: string, number: string }, from: { sequence: number, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null } } } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null } } } | null, paid: Array<{ title: string, detail: string | null, amount: { amount: string, currency: string } }>, explanation: Array<{ title: string, detail: string | null, amount: { amount: string, currency: string } }>, credit: { amount: string, currency: string }, withheld: { amount: string, currency: string }, price: { amount: string, currency: string }, difference: { amount: string, currency: string } }> };

export type ExchangeOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type ExchangeOrderQuery = { order: { id: string, number: string, email: string | null, phone: string | null, segments: Array<{ index: number, trip: { id: string, number: string }, from: { sequence: number, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, place: { id: string, name: string } | null, station: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, seat: string | null, passenger: { id: string, firstName: string | null, lastName: string | null } | null }> }> } | null };

export type ExchangeRidesQueryVariables = Exact<{
  input: SearchInput;
}>;


export type ExchangeRidesQuery = { searchJourneys: { journeys: Array<{ id: string, seatsLeft: number, segments: Array<{ notOnSaleReason: NotOnSaleReason | null, price: { amount: string, currency: string } | null, trip: { id: string, number: string, carrier: { id: string, name: string } }, from: { sequence: number, departure: { at: string, local: string, timeZone: string, offsetMinutes: number } }, to: { sequence: number, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number } } }> }> } };

export type QuoteExchangeMutationVariables = Exact<{
  input: QuoteExchangeInput;
}>;


export type QuoteExchangeMutation = { quoteExchange:
    | { __typename: 'ExchangeQuoted', exchange: { id: string, state: ExchangeState, validUntil: string | null, createdAt: string, needsOverrule: boolean, difference: { amount: string, currency: string }, forgone: { amount: string, currency: string }, lines: Array<{ codeKept: boolean | null, passenger: { id: string, firstName: string | null, lastName: string | null } | null, old: { title: string, trip: { id: string, number: string }, from: { sequence: number, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null } } } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null } } } | null, paid: Array<{ title: string, detail: string | null, amount: { amount: string, currency: string } }>, explanation: Array<{ title: string, detail: string | null, amount: { amount: string, currency: string } }>, credit: { amount: string, currency: string }, withheld: { amount: string, currency: string }, price: { amount: string, currency: string }, difference: { amount: string, currency: string } }> } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'NotEnoughSeats', message: string }
    | { __typename: 'NotOnSale', message: string }
    | { __typename: 'SeatsTaken', message: string }
   };

export type ConfirmExchangeMutationVariables = Exact<{
  input: ConfirmExchangeInput;
}>;


export type ConfirmExchangeMutation = { confirmExchange:
    | { __typename: 'ExchangeConfirmed', exchange: { id: string, state: ExchangeState, validUntil: string | null, createdAt: string, needsOverrule: boolean, difference: { amount: string, currency: string }, forgone: { amount: string, currency: string }, lines: Array<{ codeKept: boolean | null, passenger: { id: string, firstName: string | null, lastName: string | null } | null, old: { title: string, trip: { id: string, number: string }, from: { sequence: number, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null } } } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null } } } | null, paid: Array<{ title: string, detail: string | null, amount: { amount: string, currency: string } }>, explanation: Array<{ title: string, detail: string | null, amount: { amount: string, currency: string } }>, credit: { amount: string, currency: string }, withheld: { amount: string, currency: string }, price: { amount: string, currency: string }, difference: { amount: string, currency: string } }> } }
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'NotOnSale', message: string }
    | { __typename: 'QuoteExpired', message: string }
    | { __typename: 'SeatsTaken', message: string }
   };

export type DropExchangeMutationVariables = Exact<{
  input: DropExchangeInput;
}>;


export type DropExchangeMutation = { dropExchange:
    | { __typename: 'ExchangeDropped', order: { id: string } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type ExportListMutationVariables = Exact<{
  input: ExportListInput;
}>;


export type ExportListMutation = { exportList:
    | { __typename: 'ExportReady', url: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TooManyAttempts', message: string }
   };

export type FiscalReceiptPartsFragment = { id: string, kind: FiscalReceiptKind, state: FiscalReceiptState, createdAt: string, problem: string | null, attempts: number, cashier: string | null, basis: string | null, settledOn: string | null, amount: { amount: string, currency: string }, cash: { amount: string, currency: string }, cashless: { amount: string, currency: string }, offset: { amount: string, currency: string }, marks: { fnNumber: string, fdNumber: string, fm: string, issuedAt: string, shiftNumber: number, link: string } | null };

export type ListedReceiptPartsFragment = { id: string, kind: FiscalReceiptKind, state: FiscalReceiptState, createdAt: string, problem: string | null, attempts: number, cashier: string | null, basis: string | null, settledOn: string | null, items: Array<{ name: string, quantity: number, principal: string | null, principalInn: string | null, taxPercent: string | null, sum: { amount: string, currency: string }, tax: { amount: string, currency: string } }>, register: { id: string, name: string } | null, order: { id: string, number: string } | null, amount: { amount: string, currency: string }, cash: { amount: string, currency: string }, cashless: { amount: string, currency: string }, offset: { amount: string, currency: string }, marks: { fnNumber: string, fdNumber: string, fm: string, issuedAt: string, shiftNumber: number, link: string } | null };

export type FiscalReceiptsQueryVariables = Exact<{
  filter?: FiscalReceiptFilterInput | null | undefined;
  sort?: FiscalReceiptSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type FiscalReceiptsQuery = { fiscalReceipts: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: FiscalReceiptKind, state: FiscalReceiptState, createdAt: string, problem: string | null, attempts: number, cashier: string | null, basis: string | null, settledOn: string | null, items: Array<{ name: string, quantity: number, principal: string | null, principalInn: string | null, taxPercent: string | null, sum: { amount: string, currency: string }, tax: { amount: string, currency: string } }>, register: { id: string, name: string } | null, order: { id: string, number: string } | null, amount: { amount: string, currency: string }, cash: { amount: string, currency: string }, cashless: { amount: string, currency: string }, offset: { amount: string, currency: string }, marks: { fnNumber: string, fdNumber: string, fm: string, issuedAt: string, shiftNumber: number, link: string } | null }> } };

export type OrderReceiptsQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderReceiptsQuery = { order: { id: string, receiptsPdfUrl: string | null, receipts: Array<{ id: string, kind: FiscalReceiptKind, state: FiscalReceiptState, createdAt: string, problem: string | null, attempts: number, cashier: string | null, basis: string | null, settledOn: string | null, amount: { amount: string, currency: string }, cash: { amount: string, currency: string }, cashless: { amount: string, currency: string }, offset: { amount: string, currency: string }, marks: { fnNumber: string, fdNumber: string, fm: string, issuedAt: string, shiftNumber: number, link: string } | null }> } | null };

export type RetryReceiptMutationVariables = Exact<{
  input: RetryReceiptInput;
}>;


export type RetryReceiptMutation = { retryReceipt:
    | { __typename: 'FiscalReceiptSaved', receipt: { id: string, kind: FiscalReceiptKind, state: FiscalReceiptState, createdAt: string, problem: string | null, attempts: number, cashier: string | null, basis: string | null, settledOn: string | null, amount: { amount: string, currency: string }, cash: { amount: string, currency: string }, cashless: { amount: string, currency: string }, offset: { amount: string, currency: string }, marks: { fnNumber: string, fdNumber: string, fm: string, issuedAt: string, shiftNumber: number, link: string } | null } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
   };

export type CorrectReceiptMutationVariables = Exact<{
  input: CorrectReceiptInput;
}>;


export type CorrectReceiptMutation = { correctReceipt:
    | { __typename: 'FiscalReceiptSaved', receipt: { id: string, kind: FiscalReceiptKind, state: FiscalReceiptState, createdAt: string, problem: string | null, attempts: number, cashier: string | null, basis: string | null, settledOn: string | null, amount: { amount: string, currency: string }, cash: { amount: string, currency: string }, cashless: { amount: string, currency: string }, offset: { amount: string, currency: string }, marks: { fnNumber: string, fdNumber: string, fm: string, issuedAt: string, shiftNumber: number, link: string } | null } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
   };

export type FiscalRegisterPartsFragment = { id: string, version: number, name: string, url: string, organisation: string, inn: string, regNumber: string, place: string, feeTaxPercent: string | null, enabled: boolean, servesAll: boolean, health: FiscalRegisterHealth, lastOkAt: string | null, lastError: string | null, lastErrorAt: string | null, nextTryAt: string | null, closeAskedAt: string | null, pending: number, failed: number, shift: { number: number, openedAt: string, closesAt: string } | null };

export type FiscalRegistersQueryVariables = Exact<{
  sort?: FiscalRegisterSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type FiscalRegistersQuery = { fiscalRegisters: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, name: string, url: string, organisation: string, inn: string, regNumber: string, place: string, feeTaxPercent: string | null, enabled: boolean, servesAll: boolean, health: FiscalRegisterHealth, lastOkAt: string | null, lastError: string | null, lastErrorAt: string | null, nextTryAt: string | null, closeAskedAt: string | null, pending: number, failed: number, shift: { number: number, openedAt: string, closesAt: string } | null }> } };

export type RegisterChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type RegisterChoicesQuery = { fiscalRegisters: { nodes: Array<{ id: string, name: string, enabled: boolean }> } };

export type SaveFiscalRegisterMutationVariables = Exact<{
  input: SaveFiscalRegisterInput;
}>;


export type SaveFiscalRegisterMutation = { saveFiscalRegister:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'FiscalRegisterSaved', register: { id: string, version: number, name: string, url: string, organisation: string, inn: string, regNumber: string, place: string, feeTaxPercent: string | null, enabled: boolean, servesAll: boolean, health: FiscalRegisterHealth, lastOkAt: string | null, lastError: string | null, lastErrorAt: string | null, nextTryAt: string | null, closeAskedAt: string | null, pending: number, failed: number, shift: { number: number, openedAt: string, closesAt: string } | null } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
   };

export type SwitchFiscalRegisterMutationVariables = Exact<{
  input: SwitchFiscalRegisterInput;
}>;


export type SwitchFiscalRegisterMutation = { switchFiscalRegister: { register: { id: string, version: number, name: string, url: string, organisation: string, inn: string, regNumber: string, place: string, feeTaxPercent: string | null, enabled: boolean, servesAll: boolean, health: FiscalRegisterHealth, lastOkAt: string | null, lastError: string | null, lastErrorAt: string | null, nextTryAt: string | null, closeAskedAt: string | null, pending: number, failed: number, shift: { number: number, openedAt: string, closesAt: string } | null } } };

export type CloseRegisterShiftMutationVariables = Exact<{
  input: CloseRegisterShiftInput;
}>;


export type CloseRegisterShiftMutation = { closeRegisterShift: { register: { id: string, version: number, name: string, url: string, organisation: string, inn: string, regNumber: string, place: string, feeTaxPercent: string | null, enabled: boolean, servesAll: boolean, health: FiscalRegisterHealth, lastOkAt: string | null, lastError: string | null, lastErrorAt: string | null, nextTryAt: string | null, closeAskedAt: string | null, pending: number, failed: number, shift: { number: number, openedAt: string, closesAt: string } | null } } };

export type TestFiscalRegisterMutationVariables = Exact<{
  input: TestFiscalRegisterInput;
}>;


export type TestFiscalRegisterMutation = { testFiscalRegister:
    | { __typename: 'FiscalRegisterTested', problem: string | null, matches: boolean | null, inn: string | null, regNumber: string | null, fnNumber: string | null, lastFdNumber: number | null, took: number, shift: { number: number, openedAt: string } | null }
    | { __typename: 'TooManyAttempts', message: string }
   };

export type GatewayPartsFragment = { id: string, version: number, code: string, kind: GatewayKind, name: string, enabled: boolean, position: number, channels: Array<SalesChannel>, currency: string, feePercent: string, address: string | null, merchant: string | null, hasSecret: boolean, callbackUrl: string, answeredAt: string | null, failedAt: string | null, failure: string | null, failures: number, names: { ru: string, ky: string, en: string }, smallest: { amount: string, currency: string }, largest: { amount: string, currency: string }, feeFixed: { amount: string, currency: string }, elqr: { router: string, provider: string, service: string, recipient: string, merchant: string | null, mcc: string, name: string } | null };

export type GatewayMessagePartsFragment = { id: string, at: string, lastAt: string, times: number, about: GatewayMessageAbout, outcome: GatewayMessageOutcome, status: number | null, raw: string, trouble: boolean, orderNumber: string | null, gateway: { id: string, code: string, name: string } | null };

export type GatewaysQueryVariables = Exact<{
  sort?: GatewaySort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type GatewaysQuery = { gateways: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, code: string, kind: GatewayKind, name: string, enabled: boolean, position: number, channels: Array<SalesChannel>, currency: string, feePercent: string, address: string | null, merchant: string | null, hasSecret: boolean, callbackUrl: string, answeredAt: string | null, failedAt: string | null, failure: string | null, failures: number, names: { ru: string, ky: string, en: string }, smallest: { amount: string, currency: string }, largest: { amount: string, currency: string }, feeFixed: { amount: string, currency: string }, elqr: { router: string, provider: string, service: string, recipient: string, merchant: string | null, mcc: string, name: string } | null }> } };

export type GatewayChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type GatewayChoicesQuery = { gateways: { nodes: Array<{ id: string, name: string }> } };

export type GatewayMessagesQueryVariables = Exact<{
  filter?: GatewayMessageFilterInput | null | undefined;
  sort?: GatewayMessageSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type GatewayMessagesQuery = { gatewayMessages: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, lastAt: string, times: number, about: GatewayMessageAbout, outcome: GatewayMessageOutcome, status: number | null, raw: string, trouble: boolean, orderNumber: string | null, gateway: { id: string, code: string, name: string } | null }> } };

export type SaveGatewayMutationVariables = Exact<{
  input: SaveGatewayInput;
}>;


export type SaveGatewayMutation = { saveGateway:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'GatewaySaved', gateway: { id: string, version: number, code: string, kind: GatewayKind, name: string, enabled: boolean, position: number, channels: Array<SalesChannel>, currency: string, feePercent: string, address: string | null, merchant: string | null, hasSecret: boolean, callbackUrl: string, answeredAt: string | null, failedAt: string | null, failure: string | null, failures: number, names: { ru: string, ky: string, en: string }, smallest: { amount: string, currency: string }, largest: { amount: string, currency: string }, feeFixed: { amount: string, currency: string }, elqr: { router: string, provider: string, service: string, recipient: string, merchant: string | null, mcc: string, name: string } | null } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
   };

export type SwitchGatewayMutationVariables = Exact<{
  input: SwitchGatewayInput;
}>;


export type SwitchGatewayMutation = { switchGateway: { gateway: { id: string, version: number, code: string, kind: GatewayKind, name: string, enabled: boolean, position: number, channels: Array<SalesChannel>, currency: string, feePercent: string, address: string | null, merchant: string | null, hasSecret: boolean, callbackUrl: string, answeredAt: string | null, failedAt: string | null, failure: string | null, failures: number, names: { ru: string, ky: string, en: string }, smallest: { amount: string, currency: string }, largest: { amount: string, currency: string }, feeFixed: { amount: string, currency: string }, elqr: { router: string, provider: string, service: string, recipient: string, merchant: string | null, mcc: string, name: string } | null } } };

export type TestGatewayMutationVariables = Exact<{
  input: TestGatewayInput;
}>;


export type TestGatewayMutation = { testGateway:
    | { __typename: 'GatewayTested', well: boolean, status: number | null, answer: string | null, problem: string | null, took: number, gateway: { id: string, version: number, code: string, kind: GatewayKind, name: string, enabled: boolean, position: number, channels: Array<SalesChannel>, currency: string, feePercent: string, address: string | null, merchant: string | null, hasSecret: boolean, callbackUrl: string, answeredAt: string | null, failedAt: string | null, failure: string | null, failures: number, names: { ru: string, ky: string, en: string }, smallest: { amount: string, currency: string }, largest: { amount: string, currency: string }, feeFixed: { amount: string, currency: string }, elqr: { router: string, provider: string, service: string, recipient: string, merchant: string | null, mcc: string, name: string } | null } }
    | { __typename: 'TooManyAttempts', message: string }
   };

export type HolidayPartsFragment = { date: string, version: number, name: string, nonWorking: boolean, shortenedDay: boolean, certain: boolean, keptByOffice: boolean, names: { ru: string, ky: string, en: string } };

export type HolidaysQueryVariables = Exact<{
  filter?: HolidayFilterInput | null | undefined;
  sort: HolidaySort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type HolidaysQuery = { holidays: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ date: string, version: number, name: string, nonWorking: boolean, shortenedDay: boolean, certain: boolean, keptByOffice: boolean, names: { ru: string, ky: string, en: string } }> } };

type HolidayOutcome_ChangedMeanwhile_Fragment = { __typename: 'ChangedMeanwhile', message: string };

type HolidayOutcome_HolidaySaved_Fragment = { __typename: 'HolidaySaved', made: number, removed: number, kept: Array<{ tripId: string, number: string, tickets: number, departs: { local: string } }>, holiday: { date: string, version: number, name: string, nonWorking: boolean, shortenedDay: boolean, certain: boolean, keptByOffice: boolean, names: { ru: string, ky: string, en: string } } };

type HolidayOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> };

export type HolidayOutcomeFragment =
  | HolidayOutcome_ChangedMeanwhile_Fragment
  | HolidayOutcome_HolidaySaved_Fragment
  | HolidayOutcome_InvalidInput_Fragment
;

export type SaveHolidayMutationVariables = Exact<{
  input: SaveHolidayInput;
}>;


export type SaveHolidayMutation = { saveHoliday:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'HolidaySaved', made: number, removed: number, kept: Array<{ tripId: string, number: string, tickets: number, departs: { local: string } }>, holiday: { date: string, version: number, name: string, nonWorking: boolean, shortenedDay: boolean, certain: boolean, keptByOffice: boolean, names: { ru: string, ky: string, en: string } } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
   };

export type DropHolidayMutationVariables = Exact<{
  input: DropHolidayInput;
}>;


export type DropHolidayMutation = { dropHoliday:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'HolidaySaved', made: number, removed: number, kept: Array<{ tripId: string, number: string, tickets: number, departs: { local: string } }>, holiday: { date: string, version: number, name: string, nonWorking: boolean, shortenedDay: boolean, certain: boolean, keptByOffice: boolean, names: { ru: string, ky: string, en: string } } }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
   };

export type JobPartsFragment = { id: string, kind: string, state: JobState, attempts: number, runAt: string, lastError: string | null, createdAt: string, finishedAt: string | null };

export type JobsQueryVariables = Exact<{
  state?: JobState | null | undefined;
  sort?: JobSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type JobsQuery = { jobs: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: string, state: JobState, attempts: number, runAt: string, lastError: string | null, createdAt: string, finishedAt: string | null }> } };

export type RetryJobMutationVariables = Exact<{
  id: string | number;
}>;


export type RetryJobMutation = { retryJob:
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'JobRetried', job: { id: string, kind: string, state: JobState, attempts: number, runAt: string, lastError: string | null, createdAt: string, finishedAt: string | null } }
   };

export type LayoutRowFragment = { id: string, code: string, name: string, vehicleClass: string, seatCount: number, standingPlaces: number, pattern: string | null, version: number, edited: boolean, archivedAt: string | null, vehicleCount: number, routeCount: number };

export type DeckPartsFragment = { level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, note: string | null, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, reclining: boolean, facing: SeatFacing, features: Array<string> } | null }> };

export type LayoutPartsFragment = { nameRu: string, nameKy: string, nameEn: string, notes: string | null, id: string, code: string, name: string, vehicleClass: string, seatCount: number, standingPlaces: number, pattern: string | null, version: number, edited: boolean, archivedAt: string | null, vehicleCount: number, routeCount: number, decks: Array<{ level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, note: string | null, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, reclining: boolean, facing: SeatFacing, features: Array<string> } | null }> }> };

export type LayoutRecordsQueryVariables = Exact<{
  archived: boolean;
  sort: LayoutSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type LayoutRecordsQuery = { layoutRecords: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, code: string, name: string, vehicleClass: string, seatCount: number, standingPlaces: number, pattern: string | null, version: number, edited: boolean, archivedAt: string | null, vehicleCount: number, routeCount: number }> } };

export type LayoutPageQueryVariables = Exact<{
  id: string | number;
}>;


export type LayoutPageQuery = { layout: { nameRu: string, nameKy: string, nameEn: string, notes: string | null, id: string, code: string, name: string, vehicleClass: string, seatCount: number, standingPlaces: number, pattern: string | null, version: number, edited: boolean, archivedAt: string | null, vehicleCount: number, routeCount: number, decks: Array<{ level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, note: string | null, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, reclining: boolean, facing: SeatFacing, features: Array<string> } | null }> }> } };

export type LayoutVersionsQueryVariables = Exact<{
  id: string | number;
}>;


export type LayoutVersionsQuery = { layoutVersions: Array<{ version: number, name: string, seatCount: number, madeAt: string, madeBy: { firstName: string | null, lastName: string | null, email: string | null } | null, decks: Array<{ level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, note: string | null, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, reclining: boolean, facing: SeatFacing, features: Array<string> } | null }> }> }> };

export type LayoutFileQueryVariables = Exact<{
  ids?: Array<string | number> | string | number | null | undefined;
}>;


export type LayoutFileQuery = { layoutFile: string };

type LayoutOutcome_ChangedMeanwhile_Fragment = { __typename: 'ChangedMeanwhile', message: string };

type LayoutOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> };

type LayoutOutcome_LayoutSaved_Fragment = { __typename: 'LayoutSaved', layout: { nameRu: string, nameKy: string, nameEn: string, notes: string | null, id: string, code: string, name: string, vehicleClass: string, seatCount: number, standingPlaces: number, pattern: string | null, version: number, edited: boolean, archivedAt: string | null, vehicleCount: number, routeCount: number, decks: Array<{ level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, note: string | null, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, reclining: boolean, facing: SeatFacing, features: Array<string> } | null }> }> } };

export type LayoutOutcomeFragment =
  | LayoutOutcome_ChangedMeanwhile_Fragment
  | LayoutOutcome_InvalidInput_Fragment
  | LayoutOutcome_LayoutSaved_Fragment
;

export type SaveLayoutMutationVariables = Exact<{
  input: SaveLayoutInput;
}>;


export type SaveLayoutMutation = { saveLayout:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'LayoutSaved', layout: { nameRu: string, nameKy: string, nameEn: string, notes: string | null, id: string, code: string, name: string, vehicleClass: string, seatCount: number, standingPlaces: number, pattern: string | null, version: number, edited: boolean, archivedAt: string | null, vehicleCount: number, routeCount: number, decks: Array<{ level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, note: string | null, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, reclining: boolean, facing: SeatFacing, features: Array<string> } | null }> }> } }
   };

export type ArchiveLayoutMutationVariables = Exact<{
  input: ArchiveLayoutInput;
}>;


export type ArchiveLayoutMutation = { archiveLayout:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'LayoutSaved', layout: { nameRu: string, nameKy: string, nameEn: string, notes: string | null, id: string, code: string, name: string, vehicleClass: string, seatCount: number, standingPlaces: number, pattern: string | null, version: number, edited: boolean, archivedAt: string | null, vehicleCount: number, routeCount: number, decks: Array<{ level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, note: string | null, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, reclining: boolean, facing: SeatFacing, features: Array<string> } | null }> }> } }
   };

export type ImportLayoutsMutationVariables = Exact<{
  input: ImportLayoutsInput;
}>;


export type ImportLayoutsMutation = { importLayouts:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'LayoutsImported', changed: number, layouts: Array<{ id: string, code: string }> }
   };

export type TrialBalanceQueryVariables = Exact<{
  from: string;
  at: string;
}>;


export type TrialBalanceQuery = { trialBalance: { currencies: Array<{ currency: string, debit: { amount: string, currency: string }, credit: { amount: string, currency: string }, rows: Array<{ account: { code: string, number: string | null, name: string }, opening: { amount: string, currency: string }, debit: { amount: string, currency: string }, credit: { amount: string, currency: string }, closing: { amount: string, currency: string } }> }> } };

export type LedgerPostingsQueryVariables = Exact<{
  filter?: LedgerPostingFilterInput | null | undefined;
  sort: LedgerPostingSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type LedgerPostingsQuery = { ledgerPostings: { nodes: Array<{ id: string, kind: PostingKind, at: string, madeAt: string | null, reason: string | null, document: string | null, orderNumber: string | null, reversal: boolean, reversed: boolean, reversible: boolean, madeBy: { firstName: string | null, lastName: string | null } | null, lines: Array<{ account: { code: string, name: string }, amount: { amount: string, currency: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BookableAccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type BookableAccountsQuery = { bookableAccounts: Array<{ code: string, name: string }> };

export type LedgerKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type LedgerKindsQuery = { ledgerKinds: Array<{ code: string, class: LedgerClass, number: string | null, name: string, note: string | null, version: number, names: { ru: string, ky: string, en: string } }> };

export type PeriodClosingsQueryVariables = Exact<{ [key: string]: never; }>;


export type PeriodClosingsQuery = { periodClosings: Array<{ id: string, lastDay: string, closedAt: string, reopenedAt: string | null, reopenedReason: string | null, closedBy: { firstName: string | null, lastName: string | null } | null, reopenedBy: { firstName: string | null, lastName: string | null } | null }> };

export type BookEntryMutationVariables = Exact<{
  input: BookEntryInput;
}>;


export type BookEntryMutation = { bookEntry:
    | { __typename: 'EntryBooked', posting: { id: string, kind: PostingKind, at: string, madeAt: string | null, reason: string | null, document: string | null, orderNumber: string | null, reversal: boolean, reversed: boolean, reversible: boolean, madeBy: { firstName: string | null, lastName: string | null } | null, lines: Array<{ account: { code: string, name: string }, amount: { amount: string, currency: string } }> } }
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type ReversePostingMutationVariables = Exact<{
  input: ReversePostingInput;
}>;


export type ReversePostingMutation = { reversePosting:
    | { __typename: 'EntryBooked', posting: { id: string, kind: PostingKind, at: string, madeAt: string | null, reason: string | null, document: string | null, orderNumber: string | null, reversal: boolean, reversed: boolean, reversible: boolean, madeBy: { firstName: string | null, lastName: string | null } | null, lines: Array<{ account: { code: string, name: string }, amount: { amount: string, currency: string } }> } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type SaveLedgerAccountMutationVariables = Exact<{
  input: SaveLedgerAccountInput;
}>;


export type SaveLedgerAccountMutation = { saveLedgerAccount:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'LedgerAccountSaved', account: { code: string, version: number } }
   };

export type ClosePeriodMutationVariables = Exact<{
  input: ClosePeriodInput;
}>;


export type ClosePeriodMutation = { closePeriod:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'PeriodChanged', closing: { id: string, lastDay: string } }
   };

export type ReopenPeriodMutationVariables = Exact<{
  input: ReopenPeriodInput;
}>;


export type ReopenPeriodMutation = { reopenPeriod:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'PeriodChanged', closing: { id: string, lastDay: string } }
   };

export type MessagesQueryVariables = Exact<{
  text?: string | null | undefined;
  sort: MessageSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type MessagesQuery = { messages: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, channel: MessageChannel, to: string, subject: string | null, text: string, html: string | null, createdAt: string, state: MessageState, attachments: Array<string> }> } };

export type ManifestEntryPartsFragment = { ticket: string, seat: string | null, lastName: string, firstName: string, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: string | null, documentNumber: string | null, baggage: number, from: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } } };

export type ManifestDeliveryPartsFragment = { id: string, destination: string, state: DeliveryState, attempts: number, lastStatus: number | null, deliveredAt: string | null };

export type ManifestPartsFragment = { id: string, number: number, cause: ManifestCause, madeAt: string, passengerCount: number, entries: Array<{ ticket: string, seat: string | null, lastName: string, firstName: string, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: string | null, documentNumber: string | null, baggage: number, from: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } } }>, changes: Array<{ kind: ManifestChangeKind, formerSeat: string | null, entry: { ticket: string, seat: string | null, lastName: string, firstName: string, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: string | null, documentNumber: string | null, baggage: number, from: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } } } }>, deliveries: Array<{ id: string, destination: string, state: DeliveryState, attempts: number, lastStatus: number | null, deliveredAt: string | null }> };

export type ManifestsQueryVariables = Exact<{
  trip: string | number;
}>;


export type ManifestsQuery = { manifests: Array<{ id: string, number: number, cause: ManifestCause, madeAt: string, passengerCount: number, entries: Array<{ ticket: string, seat: string | null, lastName: string, firstName: string, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: string | null, documentNumber: string | null, baggage: number, from: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } } }>, changes: Array<{ kind: ManifestChangeKind, formerSeat: string | null, entry: { ticket: string, seat: string | null, lastName: string, firstName: string, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: string | null, documentNumber: string | null, baggage: number, from: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } } } }>, deliveries: Array<{ id: string, destination: string, state: DeliveryState, attempts: number, lastStatus: number | null, deliveredAt: string | null }> }> };

export type ManifestFileQueryVariables = Exact<{
  id: string | number;
  format: ManifestFileFormat;
}>;


export type ManifestFileQuery = { manifestFile: { name: string, mime: string, content: string } };

export type MakeManifestMutationVariables = Exact<{
  trip: string | number;
}>;


export type MakeManifestMutation = { makeManifest:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'ManifestMade', isNew: boolean, manifest: { id: string, number: number } }
   };

export type ResendManifestMutationVariables = Exact<{
  id: string | number;
}>;


export type ResendManifestMutation = { resendManifest:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'ManifestResent', delivery: { id: string, destination: string, state: DeliveryState, attempts: number, lastStatus: number | null, deliveredAt: string | null } }
   };

export type DestinationPartsFragment = { id: string, version: number, name: string, url: string, format: ExchangeFormat, carrierId: string | null, stationId: string | null, active: boolean, carrier: { id: string, name: string } | null, station: { id: string, name: string } | null };

export type ManifestDestinationsQueryVariables = Exact<{
  filter?: DestinationFilterInput | null | undefined;
  sort: DestinationSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type ManifestDestinationsQuery = { manifestDestinations: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, name: string, url: string, format: ExchangeFormat, carrierId: string | null, stationId: string | null, active: boolean, carrier: { id: string, name: string } | null, station: { id: string, name: string } | null }> } };

export type SaveDestinationMutationVariables = Exact<{
  input: SaveDestinationInput;
}>;


export type SaveDestinationMutation = { saveDestination:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'DestinationSaved', destination: { id: string, version: number, name: string, url: string, format: ExchangeFormat, carrierId: string | null, stationId: string | null, active: boolean, carrier: { id: string, name: string } | null, station: { id: string, name: string } | null } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
   };

export type DestinationChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type DestinationChoicesQuery = { carriers: Array<{ id: string, name: string }>, stations: Array<{ id: string, name: string }> };

export type OrdersQueryVariables = Exact<{
  filter?: OrderFilterInput | null | undefined;
  sort?: OrderSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type OrdersQuery = { orders: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: string, status: OrderStatus, channel: string, createdAt: string, email: string | null, phone: string | null, total: { amount: string, currency: string }, passengers: Array<{ id: string, firstName: string | null, lastName: string | null }>, segments: Array<{ index: number, from: { sequence: number, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null, place: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null, place: { id: string, name: string } | null } } }> }> } };

export type OrderPageQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderPageQuery = { order: { id: string, version: number, number: string, status: OrderStatus, createdAt: string, annullable: boolean, holdUntil: string | null, email: string | null, phone: string | null, readyToPay: boolean, ticketsPdfUrl: string | null, reservedUntil: { at: string } | null, relatives: Array<{ id: string, number: string }>, total: { amount: string, currency: string }, paid: { amount: string, currency: string }, due: { amount: string, currency: string }, laterAncillaries: Array<{ kind: AncillaryKind, passengerId: string, segmentIndex: number, code: string, name: string, detail: string | null, most: number, price: { amount: string, currency: string } }>, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, amount: { amount: string, currency: string } }>, passengers: Array<{ id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string }, total: { amount: string, currency: string } }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, destination: string, state: TripState, serviceDate: string, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number } }, from: { sequence: number, platform: string | null, platformChoices: Array<string>, skipped: boolean, boarding: boolean, alighting: boolean, distanceKm: number | null, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, platformChoices: Array<string>, skipped: boolean, boarding: boolean, alighting: boolean, distanceKm: number | null, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, title: string, seat: string | null, price: { amount: string, currency: string }, passenger: { id: string } | null, ticket: { number: string, blank: string | null, valid: boolean } | null }> }>, payments: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, failureReason: string | null, share: boolean, amount: { amount: string, currency: string }, moved: { amount: string, currency: string } }>, exchanges: Array<{ id: string, state: ExchangeState, validUntil: string | null, createdAt: string, needsOverrule: boolean, difference: { amount: string, currency: string }, forgone: { amount: string, currency: string }, lines: Array<{ codeKept: boolean | null, passenger: { id: string, firstName: string | null, lastName: string | null } | null, old: { title: string, trip: { id: string, number: string }, from: { sequence: number, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null } } } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null } } } | null, paid: Array<{ title: string, detail: string | null, amount: { amount: string, currency: string } }>, explanation: Array<{ title: string, detail: string | null, amount: { amount: string, currency: string } }>, credit: { amount: string, currency: string }, withheld: { amount: string, currency: string }, price: { amount: string, currency: string }, difference: { amount: string, currency: string } }> }>, refunds: Array<{ id: string, state: RefundState, waitsAtDesk: boolean, mayGoToCard: boolean, createdAt: string, reason: string, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, overrule: { id: string, orderId: string, orderNumber: string, state: OverruleState, reason: OverruleReason, note: string, lineCount: number, way: RefundWay, mine: boolean, askedAt: string, decidedAt: string | null, decisionNote: string | null, refunded: { amount: string, currency: string }, beyond: { amount: string, currency: string }, askedBy: { id: string, firstName: string | null, lastName: string | null } | null, decidedBy: { id: string, firstName: string | null, lastName: string | null } | null } | null }> } | null };

export type OrderTimelineQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderTimelineQuery = { orderTimeline: Array<{ kind: OrderEventKind, code: string | null, text: string | null, at: { at: string, local: string, timeZone: string, offsetMinutes: number }, amount: { amount: string, currency: string } | null, staff: { id: string, firstName: string | null, lastName: string | null, email: string | null } | null }> };

export type AddNoteMutationVariables = Exact<{
  input: AddNoteInput;
}>;


export type AddNoteMutation = { addNote:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'NoteAdded', id: string }
   };

export type ChangeContactMutationVariables = Exact<{
  input: ChangeContactInput;
}>;


export type ChangeContactMutation = { changeContact:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'OrderChanged', order: { id: string, version: number, email: string | null, phone: string | null } }
   };

export type ChangePassengerMutationVariables = Exact<{
  input: ChangePassengerInput;
}>;


export type ChangePassengerMutation = { changePassenger:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'OrderChanged', order: { id: string, version: number } }
    | { __typename: 'OrderClosed', message: string }
   };

export type SendTicketsMutationVariables = Exact<{
  input: SendTicketsInput;
}>;


export type SendTicketsMutation = { sendTickets:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'OrderChanged', order: { id: string } }
    | { __typename: 'OrderClosed', message: string }
    | { __typename: 'TooManyAttempts', message: string }
   };

export type SplitOrderMutationVariables = Exact<{
  input: SplitOrderInput;
}>;


export type SplitOrderMutation = { splitOrder:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'OrderSplit', order: { id: string, version: number }, newOrder: { id: string, number: string } }
   };

export type PartnerPartsFragment = { id: string, name: string, contact: string | null, keyTail: string, introspection: boolean, createdAt: string, revokedAt: string | null, usedAt: string | null, ordersLately: number };

export type PartnersQueryVariables = Exact<{
  filter?: PartnerFilterInput | null | undefined;
  sort: PartnerSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type PartnersQuery = { partners: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, contact: string | null, keyTail: string, introspection: boolean, createdAt: string, revokedAt: string | null, usedAt: string | null, ordersLately: number }> } };

export type MakeKeyMutationVariables = Exact<{
  input: MakeKeyInput;
}>;


export type MakeKeyMutation = { makeKey:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'KeyMade', key: string, partner: { id: string, name: string, contact: string | null, keyTail: string, introspection: boolean, createdAt: string, revokedAt: string | null, usedAt: string | null, ordersLately: number } }
   };

export type RenewKeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RenewKeyMutation = { renewKey:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'KeyMade', key: string, partner: { id: string, name: string, contact: string | null, keyTail: string, introspection: boolean, createdAt: string, revokedAt: string | null, usedAt: string | null, ordersLately: number } }
   };

export type RevokeKeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeKeyMutation = { revokeKey: { partner: { id: string, name: string, contact: string | null, keyTail: string, introspection: boolean, createdAt: string, revokedAt: string | null, usedAt: string | null, ordersLately: number } } };

export type BoardingPartsFragment = { boarded: number, expected: number, passengers: Array<{ lineId: string, ticket: string, blank: string | null, seat: string | null, lastName: string | null, firstName: string | null, documentTail: string | null, boardedAt: string | null, from: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } } }> };

export type BoardingPageQueryVariables = Exact<{
  trip: string | number;
}>;


export type BoardingPageQuery = { trip: { id: string, number: string, destination: string, serviceDate: string, state: TripState, delayMinutes: number } | null, boarding: { boarded: number, expected: number, passengers: Array<{ lineId: string, ticket: string, blank: string | null, seat: string | null, lastName: string | null, firstName: string | null, documentTail: string | null, boardedAt: string | null, from: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } } }> } };

export type RecordPassageMutationVariables = Exact<{
  input: RecordPassageInput;
}>;


export type RecordPassageMutation = { recordPassage:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'PassageRecorded', outcome: PassageOutcome, ticket: string | null, lineId: string | null, otherTrip: { id: string, number: string, destination: string } | null, otherCall: { departure: { local: string } } | null, boarding: { boarded: number, expected: number, passengers: Array<{ lineId: string, ticket: string, blank: string | null, seat: string | null, lastName: string | null, firstName: string | null, documentTail: string | null, boardedAt: string | null, from: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } } }> } }
   };

export type UndoPassageMutationVariables = Exact<{
  trip: string | number;
  line: string | number;
}>;


export type UndoPassageMutation = { undoPassage:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'PassageUndone', boarding: { boarded: number, expected: number, passengers: Array<{ lineId: string, ticket: string, blank: string | null, seat: string | null, lastName: string | null, firstName: string | null, documentTail: string | null, boardedAt: string | null, from: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } } }> } }
   };

export type PermitPartsFragment = { id: string, holder: PermitHolder, holderId: string, kind: PermitKind, number: string, issuedOn: string | null, expiresOn: string, daysLeft: number, note: string | null, version: number };

export type PermitsQueryVariables = Exact<{
  filter?: PermitFilterInput | null | undefined;
  sort?: PermitSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type PermitsQuery = { permits: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ holderName: string, id: string, holder: PermitHolder, holderId: string, kind: PermitKind, number: string, issuedOn: string | null, expiresOn: string, daysLeft: number, note: string | null, version: number }> } };

export type SavePermitMutationVariables = Exact<{
  input: SavePermitInput;
}>;


export type SavePermitMutation = { savePermit:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'PermitSaved', tripsWithoutIt: number, permit: { id: string, holder: PermitHolder, holderId: string, kind: PermitKind, number: string, issuedOn: string | null, expiresOn: string, daysLeft: number, note: string | null, version: number } }
   };

export type DropPermitMutationVariables = Exact<{
  id: string | number;
}>;


export type DropPermitMutation = { dropPermit: { ok: boolean } };

export type MyPrinterQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPrinterQuery = { myShift: { id: string, desk: { id: string, printer: string | null } } | null };

type PrintAnswer_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> };

type PrintAnswer_PrintoutSent_Fragment = { __typename: 'PrintoutSent', printout: { state: PrintoutState, problemText: string | null } };

type PrintAnswer_ShiftNeeded_Fragment = { __typename: 'ShiftNeeded', message: string };

export type PrintAnswerFragment =
  | PrintAnswer_InvalidInput_Fragment
  | PrintAnswer_PrintoutSent_Fragment
  | PrintAnswer_ShiftNeeded_Fragment
;

export type PrintTicketsMutationVariables = Exact<{
  input: PrintTicketsInput;
}>;


export type PrintTicketsMutation = { printTickets:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'PrintoutSent', printout: { state: PrintoutState, problemText: string | null } }
    | { __typename: 'ShiftNeeded', message: string }
   };

export type PrintShiftReportMutationVariables = Exact<{
  input: PrintShiftReportInput;
}>;


export type PrintShiftReportMutation = { printShiftReport:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'PrintoutSent', printout: { state: PrintoutState, problemText: string | null } }
    | { __typename: 'ShiftNeeded', message: string }
   };

export type TestPrinterMutationVariables = Exact<{
  input: TestPrinterInput;
}>;


export type TestPrinterMutation = { testPrinter:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'PrintoutSent', printout: { state: PrintoutState, problemText: string | null } }
    | { __typename: 'ShiftNeeded', message: string }
   };

export type PrintReceiptsMutationVariables = Exact<{
  input: PrintReceiptsInput;
}>;


export type PrintReceiptsMutation = { printReceipts:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'PrintoutSent', printout: { state: PrintoutState, problemText: string | null } }
    | { __typename: 'ShiftNeeded', message: string }
   };

export type PromotionPartsFragment = { id: string, version: number, code: string | null, percent: string | null, currency: string, soldFrom: string | null, soldTo: string | null, travelFrom: string | null, travelTo: string | null, usesLimit: number | null, customerLimit: number | null, weekdays: Array<number>, channels: Array<SalesChannel>, categories: Array<string>, combinable: boolean, active: boolean, names: { ru: string, ky: string, en: string }, amount: { amount: string, currency: string } | null, minimum: { amount: string, currency: string }, routes: Array<{ id: string, number: string, name: string }>, carriers: Array<{ id: string, name: string }>, budget: { amount: string, currency: string } | null, uses: { orders: number, tickets: number, takenOff: { amount: string, currency: string } } };

export type PromotionsQueryVariables = Exact<{
  active: boolean;
  sort?: PromotionSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type PromotionsQuery = { promotions: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, code: string | null, percent: string | null, currency: string, soldFrom: string | null, soldTo: string | null, travelFrom: string | null, travelTo: string | null, usesLimit: number | null, customerLimit: number | null, weekdays: Array<number>, channels: Array<SalesChannel>, categories: Array<string>, combinable: boolean, active: boolean, names: { ru: string, ky: string, en: string }, amount: { amount: string, currency: string } | null, minimum: { amount: string, currency: string }, routes: Array<{ id: string, number: string, name: string }>, carriers: Array<{ id: string, name: string }>, budget: { amount: string, currency: string } | null, uses: { orders: number, tickets: number, takenOff: { amount: string, currency: string } } }> } };

export type PromotionChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type PromotionChoicesQuery = { passengerCategories: Array<{ code: string, name: string }>, carriers: Array<{ id: string, name: string }> };

export type SavePromotionMutationVariables = Exact<{
  input: SavePromotionInput;
}>;


export type SavePromotionMutation = { savePromotion:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'PromotionSaved', promotion: { id: string, version: number, code: string | null, percent: string | null, currency: string, soldFrom: string | null, soldTo: string | null, travelFrom: string | null, travelTo: string | null, usesLimit: number | null, customerLimit: number | null, weekdays: Array<number>, channels: Array<SalesChannel>, categories: Array<string>, combinable: boolean, active: boolean, names: { ru: string, ky: string, en: string }, amount: { amount: string, currency: string } | null, minimum: { amount: string, currency: string }, routes: Array<{ id: string, number: string, name: string }>, carriers: Array<{ id: string, name: string }>, budget: { amount: string, currency: string } | null, uses: { orders: number, tickets: number, takenOff: { amount: string, currency: string } } } }
   };

export type QuotaPartsFragment = { id: string, version: number, ofTrip: boolean, purpose: QuotaPurpose, seats: Array<string>, places: number, channels: Array<SalesChannel>, reason: string | null, releaseMinutes: number | null, partner: { id: string, name: string } | null, stop: { id: string, name: string } | null };

export type SeatQuotasQueryVariables = Exact<{
  tripId?: string | number | null | undefined;
  departureId?: string | number | null | undefined;
}>;


export type SeatQuotasQuery = { seatQuotas: { number: string, name: string, departureId: string, openSeating: boolean, capacity: number, taken: Array<string>, quotas: Array<{ id: string, version: number, ofTrip: boolean, purpose: QuotaPurpose, seats: Array<string>, places: number, channels: Array<SalesChannel>, reason: string | null, releaseMinutes: number | null, partner: { id: string, name: string } | null, stop: { id: string, name: string } | null }>, units: Array<{ name: string, decks: Array<{ level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, reclining: boolean, facing: SeatFacing, features: Array<string> } | null }> }> }>, stops: Array<{ id: string, name: string }>, partners: Array<{ id: string, name: string }> } };

type QuotaOutcome_ChangedMeanwhile_Fragment = { __typename: 'ChangedMeanwhile', message: string };

type QuotaOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> };

type QuotaOutcome_QuotaSaved_Fragment = { __typename: 'QuotaSaved', trips: number, quota: { id: string, version: number, ofTrip: boolean, purpose: QuotaPurpose, seats: Array<string>, places: number, channels: Array<SalesChannel>, reason: string | null, releaseMinutes: number | null, partner: { id: string, name: string } | null, stop: { id: string, name: string } | null } };

export type QuotaOutcomeFragment =
  | QuotaOutcome_ChangedMeanwhile_Fragment
  | QuotaOutcome_InvalidInput_Fragment
  | QuotaOutcome_QuotaSaved_Fragment
;

export type SaveQuotaMutationVariables = Exact<{
  input: SaveQuotaInput;
}>;


export type SaveQuotaMutation = { saveQuota:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'QuotaSaved', trips: number, quota: { id: string, version: number, ofTrip: boolean, purpose: QuotaPurpose, seats: Array<string>, places: number, channels: Array<SalesChannel>, reason: string | null, releaseMinutes: number | null, partner: { id: string, name: string } | null, stop: { id: string, name: string } | null } }
   };

export type DropQuotaMutationVariables = Exact<{
  input: DropQuotaInput;
}>;


export type DropQuotaMutation = { dropQuota:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'QuotaSaved', trips: number, quota: { id: string, version: number, ofTrip: boolean, purpose: QuotaPurpose, seats: Array<string>, places: number, channels: Array<SalesChannel>, reason: string | null, releaseMinutes: number | null, partner: { id: string, name: string } | null, stop: { id: string, name: string } | null } }
   };

export type MoveFromQueryVariables = Exact<{
  id: string | number;
}>;


export type MoveFromQuery = { trip: { id: string, number: string, destination: string, serviceDate: string, state: TripState, roadClosed: boolean, calls: Array<{ departure: { local: string }, stop: { id: string, name: string, station: { id: string } | null, place: { id: string, name: string } | null } }> } | null };

export type MoveChoicesQueryVariables = Exact<{
  id: string | number;
  date: string;
}>;


export type MoveChoicesQuery = { moveChoices: Array<{ passengers: number, otherStation: number, of: number, seatsLeft: number, from: { departure: { local: string }, stop: { id: string, name: string } }, trip: { id: string, number: string, destination: string, saleClosed: boolean, delayMinutes: number, state: TripState, carrier: { id: string, name: string }, vehicle: { name: string } } }> };

export type TripMoveQueryVariables = Exact<{
  tripId: string | number;
  toTripId: string | number;
  seats: Array<SeatForInput> | SeatForInput;
  otherClass: boolean;
}>;


export type TripMoveQuery = { tripMove: { messages: number, otherCarrier: boolean, to: { id: string, number: string, vehicle: { name: string } }, units: Array<{ name: string, decks: Array<{ level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, facing: SeatFacing } | null }> }> }>, occupied: Array<{ seat: string, from: number, to: number }>, passengers: Array<{ lineId: string, orderId: string, orderNumber: string, name: string | null, seat: string | null, newSeat: string | null, otherClass: boolean, otherStation: boolean, staysBehind: StaysBehind | null, from: { sequence: number, departure: { local: string }, stop: { id: string, name: string, place: { id: string, name: string } | null } }, to: { sequence: number, departure: { local: string }, stop: { id: string, name: string, place: { id: string, name: string } | null } }, newFrom: { sequence: number, departure: { local: string }, stop: { id: string, name: string, place: { id: string, name: string } | null } } | null, newTo: { sequence: number, departure: { local: string }, stop: { id: string, name: string, place: { id: string, name: string } | null } } | null }> } };

export type MoveCallFragment = { sequence: number, departure: { local: string }, stop: { id: string, name: string, place: { id: string, name: string } | null } };

export type MovePassengersMutationVariables = Exact<{
  input: MovePassengersInput;
}>;


export type MovePassengersMutation = { movePassengers:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'PassengersMoved', passengers: number, orders: number, messages: number, ordersReturned: number }
    | { __typename: 'PassengersUnseated', message: string, lineIds: Array<string> }
   };

export type OfferPartsFragment = { id: string, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, explanation: string, refunded: { amount: string, currency: string }, byRule: { withheldOfFare: { amount: string, currency: string }, refunded: { amount: string, currency: string } } | null }> };

export type OverrulePartsFragment = { id: string, orderId: string, orderNumber: string, state: OverruleState, reason: OverruleReason, note: string, lineCount: number, way: RefundWay, mine: boolean, askedAt: string, decidedAt: string | null, decisionNote: string | null, refunded: { amount: string, currency: string }, beyond: { amount: string, currency: string }, askedBy: { id: string, firstName: string | null, lastName: string | null } | null, decidedBy: { id: string, firstName: string | null, lastName: string | null } | null };

export type OverrulesQueryVariables = Exact<{
  filter?: OverruleFilterInput | null | undefined;
  sort: OverruleSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type OverrulesQuery = { overrules: { nodes: Array<{ id: string, orderId: string, orderNumber: string, state: OverruleState, reason: OverruleReason, note: string, lineCount: number, way: RefundWay, mine: boolean, askedAt: string, decidedAt: string | null, decisionNote: string | null, refunded: { amount: string, currency: string }, beyond: { amount: string, currency: string }, askedBy: { id: string, firstName: string | null, lastName: string | null } | null, decidedBy: { id: string, firstName: string | null, lastName: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OverruleRefundMutationVariables = Exact<{
  input: OverruleRefundInput;
}>;


export type OverruleRefundMutation = { overruleRefund:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'NotRefundable', message: string }
    | { __typename: 'RefundOverruled', waitsForApproval: boolean, beyond: { amount: string, currency: string }, quote: { id: string, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, explanation: string, refunded: { amount: string, currency: string }, byRule: { withheldOfFare: { amount: string, currency: string }, refunded: { amount: string, currency: string } } | null }> } }
   };

export type ApproveRefundMutationVariables = Exact<{
  input: ApproveRefundInput;
}>;


export type ApproveRefundMutation = { approveRefund:
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'NotRefundable', message: string }
    | { __typename: 'RefundApproved', refund: { id: string, waitsAtDesk: boolean } }
   };

export type DeclineRefundMutationVariables = Exact<{
  input: DeclineRefundInput;
}>;


export type DeclineRefundMutation = { declineRefund:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'RefundDeclined', refund: { id: string } }
   };

export type WaitingRefundsQueryVariables = Exact<{
  filter?: WaitingRefundFilterInput | null | undefined;
  sort: WaitingRefundSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type WaitingRefundsQuery = { waitingRefunds: { nodes: Array<{ id: string, orderId: string, orderNumber: string, cause: WaitingRefundCause, reason: string, methodName: string | null, failure: string | null, since: string, email: string | null, phone: string | null, amount: { amount: string, currency: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SendRefundAgainMutationVariables = Exact<{
  refundId: string | number;
}>;


export type SendRefundAgainMutation = { sendRefundAgain:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'RefundSentAgain', order: { id: string } }
   };

export type RefundRequestPartsFragment = { id: string, orderId: string, orderNumber: string, state: RefundRequestState, reason: RefundRequestReason, text: string, lineIds: Array<string>, askedAt: string, departsAt: string | null, answer: string | null, answeredAt: string | null, paid: { amount: string, currency: string }, answeredBy: { id: string, firstName: string | null, lastName: string | null } | null, documents: Array<{ id: string, name: string, size: number, url: string | null }> };

export type RefundRequestsQueryVariables = Exact<{
  filter?: RefundRequestFilterInput | null | undefined;
  sort: RefundRequestSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type RefundRequestsQuery = { refundRequests: { nodes: Array<{ id: string, orderId: string, orderNumber: string, state: RefundRequestState, reason: RefundRequestReason, text: string, lineIds: Array<string>, askedAt: string, departsAt: string | null, answer: string | null, answeredAt: string | null, paid: { amount: string, currency: string }, answeredBy: { id: string, firstName: string | null, lastName: string | null } | null, documents: Array<{ id: string, name: string, size: number, url: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OrderRefundRequestsQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderRefundRequestsQuery = { order: { id: string, refundRequests: Array<{ id: string, orderId: string, orderNumber: string, state: RefundRequestState, reason: RefundRequestReason, text: string, lineIds: Array<string>, askedAt: string, departsAt: string | null, answer: string | null, answeredAt: string | null, paid: { amount: string, currency: string }, answeredBy: { id: string, firstName: string | null, lastName: string | null } | null, documents: Array<{ id: string, name: string, size: number, url: string | null }> }> } | null };

export type AnswerRefundRequestMutationVariables = Exact<{
  input: AnswerRefundRequestInput;
}>;


export type AnswerRefundRequestMutation = { answerRefundRequest:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'RefundRequestAnswered', request: { id: string, orderId: string, orderNumber: string, state: RefundRequestState, reason: RefundRequestReason, text: string, lineIds: Array<string>, askedAt: string, departsAt: string | null, answer: string | null, answeredAt: string | null, paid: { amount: string, currency: string }, answeredBy: { id: string, firstName: string | null, lastName: string | null } | null, documents: Array<{ id: string, name: string, size: number, url: string | null }> } }
   };

export type RegistryPartsFragment = { id: string, method: string, methodName: string, name: string, from: string, to: string, payments: number, refunds: number, differences: number, open: number, loadedAt: string, paid: { amount: string, currency: string }, returned: { amount: string, currency: string }, errors: Array<{ line: number, code: string }>, loadedBy: { firstName: string | null, lastName: string | null } | null };

export type RegistryDifferencePartsFragment = { id: string, kind: RegistryDifferenceKind, refund: boolean, line: number | null, reference: string | null, orderNumber: string | null, saidAt: string | null, state: RegistryDifferenceState, note: string | null, settledAt: string | null, theirs: { amount: string, currency: string } | null, ours: { amount: string, currency: string } | null, theirFee: { amount: string, currency: string } | null, ourFee: { amount: string, currency: string } | null, settledBy: { firstName: string | null, lastName: string | null } | null, registry: { id: string, methodName: string, name: string } | null };

export type RegistriesQueryVariables = Exact<{
  sort?: RegistrySort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type RegistriesQuery = { registries: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, method: string, methodName: string, name: string, from: string, to: string, payments: number, refunds: number, differences: number, open: number, loadedAt: string, paid: { amount: string, currency: string }, returned: { amount: string, currency: string }, errors: Array<{ line: number, code: string }>, loadedBy: { firstName: string | null, lastName: string | null } | null }> } };

export type RegistryDifferencesQueryVariables = Exact<{
  filter?: RegistryDifferenceFilterInput | null | undefined;
  sort?: RegistryDifferenceSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type RegistryDifferencesQuery = { registryDifferences: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: RegistryDifferenceKind, refund: boolean, line: number | null, reference: string | null, orderNumber: string | null, saidAt: string | null, state: RegistryDifferenceState, note: string | null, settledAt: string | null, theirs: { amount: string, currency: string } | null, ours: { amount: string, currency: string } | null, theirFee: { amount: string, currency: string } | null, ourFee: { amount: string, currency: string } | null, settledBy: { firstName: string | null, lastName: string | null } | null, registry: { id: string, methodName: string, name: string } | null }> } };

export type RegistryFormatsQueryVariables = Exact<{ [key: string]: never; }>;


export type RegistryFormatsQuery = { registryFormats: Array<{ method: string, methodName: string, version: number, columns: { reference: string, amount: string, fee: string | null, time: string | null, kind: string | null, refundWords: Array<string> } }> };

export type SaveRegistryFormatMutationVariables = Exact<{
  input: SaveRegistryFormatInput;
}>;


export type SaveRegistryFormatMutation = { saveRegistryFormat:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'RegistryFormatSaved', format: { method: string, version: number } }
   };

export type SettleDifferenceMutationVariables = Exact<{
  input: SettleDifferenceInput;
}>;


export type SettleDifferenceMutation = { settleDifference:
    | { __typename: 'DifferenceSettled', said: string | null, difference: { id: string, kind: RegistryDifferenceKind, refund: boolean, line: number | null, reference: string | null, orderNumber: string | null, saidAt: string | null, state: RegistryDifferenceState, note: string | null, settledAt: string | null, theirs: { amount: string, currency: string } | null, ours: { amount: string, currency: string } | null, theirFee: { amount: string, currency: string } | null, ourFee: { amount: string, currency: string } | null, settledBy: { firstName: string | null, lastName: string | null } | null, registry: { id: string, methodName: string, name: string } | null } }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
   };

export type ReportCatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportCatalogueQuery = { reportDataSets: Array<{ code: string, name: string, period: string | null, columns: Array<{ code: string, name: string, kind: ReportColumnKind, groups: boolean, addsUp: boolean, operators: Array<ReportOperator> }> }> };

export type ReportAskedFragment = { dataSet: string, columns: Array<string>, chart: ReportChart, period: { kind: ReportPeriodKind, from: string | null, to: string | null }, groups: Array<{ column: string, part: ReportPart | null }>, measures: Array<{ kind: ReportMeasureKind, column: string | null }>, filters: Array<{ column: string, operator: ReportOperator, values: Array<string> }>, sort: { column: string | null, measure: number | null, descending: boolean } | null };

export type ReportViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportViewsQuery = { standardReports: Array<{ code: string, name: string, definition: { dataSet: string, columns: Array<string>, chart: ReportChart, period: { kind: ReportPeriodKind, from: string | null, to: string | null }, groups: Array<{ column: string, part: ReportPart | null }>, measures: Array<{ kind: ReportMeasureKind, column: string | null }>, filters: Array<{ column: string, operator: ReportOperator, values: Array<string> }>, sort: { column: string | null, measure: number | null, descending: boolean } | null } }>, savedReports: Array<{ id: string, name: string, shared: boolean, own: boolean, schedule: { rhythm: ReportRhythm, hour: number, recipients: Array<string>, nextAt: string } | null, owner: { firstName: string | null, lastName: string | null, email: string | null } | null, definition: { dataSet: string, columns: Array<string>, chart: ReportChart, period: { kind: ReportPeriodKind, from: string | null, to: string | null }, groups: Array<{ column: string, part: ReportPart | null }>, measures: Array<{ kind: ReportMeasureKind, column: string | null }>, filters: Array<{ column: string, operator: ReportOperator, values: Array<string> }>, sort: { column: string | null, measure: number | null, descending: boolean } | null } }> };

export type ReportLineFragment = { level: number, currency: string | null, keys: Array<{ value: string | null, text: string | null }>, measures: Array<{ value: string | null, text: string | null }> };

export type ReportFiguresQueryVariables = Exact<{
  definition: ReportDefinitionInput;
  first: number;
  after?: string | null | undefined;
}>;


export type ReportFiguresQuery = { report:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'ReportTable', from: string, to: string, totalCount: number, groups: Array<{ name: string, kind: ReportColumnKind, part: ReportPart | null }>, measures: Array<{ name: string, kind: ReportColumnKind }>, rows: Array<{ level: number, currency: string | null, keys: Array<{ value: string | null, text: string | null }>, measures: Array<{ value: string | null, text: string | null }> }>, totals: Array<{ level: number, currency: string | null, keys: Array<{ value: string | null, text: string | null }>, measures: Array<{ value: string | null, text: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }
   };

export type ReportChoicesQueryVariables = Exact<{
  definition: ReportDefinitionInput;
}>;


export type ReportChoicesQuery = { report:
    | { __typename: 'InvalidInput' }
    | { __typename: 'ReportTable', rows: Array<{ keys: Array<{ value: string | null, text: string | null }> }> }
   };

export type ReportBehindQueryVariables = Exact<{
  definition: ReportDefinitionInput;
  path: Array<string | null | undefined> | string;
  currency?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ReportBehindQuery = { reportRows:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'ReportDetails', totalCount: number, columns: Array<{ name: string, kind: ReportColumnKind }>, nodes: Array<{ currency: string | null, cells: Array<{ value: string | null, text: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }
   };

export type ExportReportMutationVariables = Exact<{
  input: ExportReportInput;
}>;


export type ExportReportMutation = { exportReport:
    | { __typename: 'ExportReady', url: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TooManyAttempts', message: string }
   };

export type SaveReportMutationVariables = Exact<{
  input: SaveReportInput;
}>;


export type SaveReportMutation = { saveReport:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'ReportSaved', report: { id: string, name: string } }
   };

export type DropReportMutationVariables = Exact<{
  id: string | number;
}>;


export type DropReportMutation = { dropReport: { ok: boolean } };

export type ScheduleReportMutationVariables = Exact<{
  input: ScheduleReportInput;
}>;


export type ScheduleReportMutation = { scheduleReport:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'ReportScheduled', report: { id: string, name: string, schedule: { rhythm: ReportRhythm, hour: number, recipients: Array<string>, nextAt: string } | null } }
   };

export type SalesQueryVariables = Exact<{
  days: number;
}>;


export type SalesQuery = { salesByDay: Array<{ date: string, orders: number, amounts: Array<{ amount: string, currency: string }>, channels: Array<{ channel: string, orders: number, amounts: Array<{ amount: string, currency: string }> }> }> };

export type TripDayQueryVariables = Exact<{ [key: string]: never; }>;


export type TripDayQuery = { tripDay: { date: string, trips: number, places: number, sold: number, cancelled: number, delayed: number, lines: Array<{ number: string, name: string, trips: number, places: number, sold: number, delayed: number }>, late: Array<{ id: string, number: string, destination: string, delayMinutes: number }> } };

export type AlarmsQueryVariables = Exact<{ [key: string]: never; }>;


export type AlarmsQuery = { alarms: { failedJobs: number, failedRefunds: number } };

export type RoutePartsFragment = { id: string, version: number, number: string, name: string, kind: RouteKind, serviceClass: string, layoutId: string | null, units: number, reserved: boolean, onlineSale: boolean, passportRequired: boolean, amenities: Array<string>, active: boolean, keptByOffice: boolean, names: { ru: string, ky: string, en: string }, carrier: { id: string, name: string } };

export type CallPartsFragment = { arrives: number, departs: number, boarding: boolean, alighting: boolean, metres: number | null, cabotage: number | null, stop: { id: string, name: string, place: { name: string } | null } };

export type PathPartsFragment = { id: string, version: number, active: boolean, stops: Array<{ arrives: number, departs: number, boarding: boolean, alighting: boolean, metres: number | null, cabotage: number | null, stop: { id: string, name: string, place: { name: string } | null } }> };

export type DeparturePartsFragment = { id: string, version: number, number: string, startsAt: string, weekdays: Array<number>, firstDate: string, lastDate: string, onHolidays: OnHolidays, pathId: string | null, platformId: string | null, saleOpensDays: number | null, saleClosesMinutes: number | null, active: boolean, exceptions: Array<{ date: string, runs: boolean }>, calls: Array<{ stop: { id: string, name: string, place: { id: string, name: string } | null } }>, vehicle: { id: string, plate: string, make: string } | null };

export type PriceListPartsFragment = { id: string, version: number, name: string, firstDate: string, lastDate: string | null, weekdays: Array<number>, currency: string, seatClass: string | null, active: boolean, prices: Array<{ fromId: string, toId: string, price: { amount: string, currency: string } }> };

export type RouteRecordsQueryVariables = Exact<{
  filter?: RouteFilterInput | null | undefined;
  sort?: RouteSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type RouteRecordsQuery = { routeRecords: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, number: string, name: string, kind: RouteKind, serviceClass: string, layoutId: string | null, units: number, reserved: boolean, onlineSale: boolean, passportRequired: boolean, amenities: Array<string>, active: boolean, keptByOffice: boolean, names: { ru: string, ky: string, en: string }, carrier: { id: string, name: string } }> } };

export type RouteRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type RouteRecordQuery = { routeRecord: { id: string, version: number, number: string, name: string, kind: RouteKind, serviceClass: string, layoutId: string | null, units: number, reserved: boolean, onlineSale: boolean, passportRequired: boolean, amenities: Array<string>, active: boolean, keptByOffice: boolean, paths: Array<{ id: string, version: number, active: boolean, stops: Array<{ arrives: number, departs: number, boarding: boolean, alighting: boolean, metres: number | null, cabotage: number | null, stop: { id: string, name: string, place: { name: string } | null } }> }>, departures: Array<{ id: string, version: number, number: string, startsAt: string, weekdays: Array<number>, firstDate: string, lastDate: string, onHolidays: OnHolidays, pathId: string | null, platformId: string | null, saleOpensDays: number | null, saleClosesMinutes: number | null, active: boolean, exceptions: Array<{ date: string, runs: boolean }>, calls: Array<{ stop: { id: string, name: string, place: { id: string, name: string } | null } }>, vehicle: { id: string, plate: string, make: string } | null }>, priceLists: Array<{ id: string, version: number, name: string, firstDate: string, lastDate: string | null, weekdays: Array<number>, currency: string, seatClass: string | null, active: boolean, prices: Array<{ fromId: string, toId: string, price: { amount: string, currency: string } }> }>, names: { ru: string, ky: string, en: string }, carrier: { id: string, name: string } } };

export type RouteChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type RouteChoicesQuery = { carriers: Array<{ id: string, name: string }>, layouts: Array<{ id: string, name: string, seatCount: number }> };

export type StationChoicesQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type StationChoicesQuery = { stationRecords: { nodes: Array<{ id: string, name: string, place: { name: string } | null }> } };

export type PlatformChoicesQueryVariables = Exact<{
  id: string | number;
}>;


export type PlatformChoicesQuery = { stationRecord: { id: string, platforms: Array<{ id: string, sign: string, active: boolean }> } };

export type VehicleChoicesQueryVariables = Exact<{
  carrier: string | number;
}>;


export type VehicleChoicesQuery = { vehicles: { nodes: Array<{ id: string, plate: string, make: string, active: boolean }> } };

export type DeparturePreviewQueryVariables = Exact<{
  input: SaveDepartureInput;
}>;


export type DeparturePreviewQuery = { departurePreview:
    | { __typename: 'DeparturePreview', made: number, removed: number, renewed: number, withoutVehicle: number, days: Array<{ date: string, runs: boolean, because: Because }>, vehicleClashes: Array<{ routeId: string, number: string, days: number, departs: { at: string, local: string } }>, kept: Array<{ tripId: string, number: string, tickets: number, departs: { local: string } }> }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
   };

export type ClashPartsFragment = { routeId: string, number: string, days: number, departs: { at: string, local: string } };

export type KeptPartsFragment = { tripId: string, number: string, tickets: number, departs: { local: string } };

export type PricesByDistanceQueryVariables = Exact<{
  path: string | number;
  rule: ByDistanceInput;
}>;


export type PricesByDistanceQuery = { pricesByDistance: Array<{ fromId: string, toId: string, price: { amount: string } }> };

export type RouteNamesQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type RouteNamesQuery = { routeRecords: { nodes: Array<{ id: string, number: string, name: string }> } };

export type AncillaryChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type AncillaryChoicesQuery = { baggage: { nodes: Array<{ code: string, name: string }> }, extras: { nodes: Array<{ code: string, name: string }> } };

export type CalculatorStopsQueryVariables = Exact<{
  id: string | number;
}>;


export type CalculatorStopsQuery = { routeRecord: { departures: Array<{ calls: Array<{ stop: { id: string, name: string, place: { name: string } | null } }> }> } };

export type PriceCalculationQueryVariables = Exact<{
  route: string | number;
  from: string | number;
  to: string | number;
  date: string;
  soldOn?: string | null | undefined;
  channel: SalesChannel;
  promoCode?: string | null | undefined;
  seatClass?: string | null | undefined;
  occupied: number;
  ancillaries: Array<string> | string;
}>;


export type PriceCalculationQuery = { priceCalculation: Array<{ category: { code: string, name: string }, lines: Array<{ title: string, detail: string | null, amount: { amount: string, currency: string } }>, total: { amount: string, currency: string } }> };

export type SaveRouteMutationVariables = Exact<{
  input: SaveRouteInput;
}>;


export type SaveRouteMutation = { saveRoute:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'RouteSaved', keptTrips: number, route: { id: string, version: number, number: string, name: string, kind: RouteKind, serviceClass: string, layoutId: string | null, units: number, reserved: boolean, onlineSale: boolean, passportRequired: boolean, amenities: Array<string>, active: boolean, keptByOffice: boolean, names: { ru: string, ky: string, en: string }, carrier: { id: string, name: string } } }
   };

export type SavePathMutationVariables = Exact<{
  input: SavePathInput;
}>;


export type SavePathMutation = { savePath:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'PathSaved', keptTrips: number, path: { id: string, version: number, active: boolean, stops: Array<{ arrives: number, departs: number, boarding: boolean, alighting: boolean, metres: number | null, cabotage: number | null, stop: { id: string, name: string, place: { name: string } | null } }> } }
   };

export type SaveDepartureMutationVariables = Exact<{
  input: SaveDepartureInput;
}>;


export type SaveDepartureMutation = { saveDeparture:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'DepartureSaved', made: number, removed: number, renewed: number, followed: number, withoutVehicle: number, departure: { id: string, version: number, number: string, startsAt: string, weekdays: Array<number>, firstDate: string, lastDate: string, onHolidays: OnHolidays, pathId: string | null, platformId: string | null, saleOpensDays: number | null, saleClosesMinutes: number | null, active: boolean, exceptions: Array<{ date: string, runs: boolean }>, calls: Array<{ stop: { id: string, name: string, place: { id: string, name: string } | null } }>, vehicle: { id: string, plate: string, make: string } | null }, vehicleClashes: Array<{ routeId: string, number: string, days: number, departs: { at: string, local: string } }>, kept: Array<{ tripId: string, number: string, tickets: number, departs: { local: string } }> }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'OverruleNeeded', message: string, objections: Array<{ message: string }> }
   };

export type SavePriceListMutationVariables = Exact<{
  input: SavePriceListInput;
}>;


export type SavePriceListMutation = { savePriceList:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'PriceListSaved', priceList: { id: string, version: number, name: string, firstDate: string, lastDate: string | null, weekdays: Array<number>, currency: string, seatClass: string | null, active: boolean, prices: Array<{ fromId: string, toId: string, price: { amount: string, currency: string } }> } }
   };

export type SaleCallPartsFragment = { sequence: number, platform: string | null, arrival: { local: string }, departure: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } };

export type SaleSearchQueryVariables = Exact<{
  input: SearchInput;
}>;


export type SaleSearchQuery = { searchJourneys: { journeys: Array<{ id: string, state: JourneyState, changes: number, durationMinutes: number, seatsLeft: number, priceFrom: { amount: string, currency: string } | null, segments: Array<{ seatsLeft: number, state: JourneyState, notOnSaleReason: NotOnSaleReason | null, from: { sequence: number, platform: string | null, arrival: { local: string }, departure: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, arrival: { local: string }, departure: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, carrier: { id: string, name: string }, vehicle: { name: string } } }> }> } };

export type SaleSeatsQueryVariables = Exact<{
  tripId: string | number;
  from: number;
  to: number;
}>;


export type SaleSeatsQuery = { seatMap: { version: number, planId: string, openSeating: boolean, seatsLeft: number, notOnSaleReason: NotOnSaleReason | null, classPrices: Array<{ seatClass: string | null, price: { amount: string, currency: string } }>, units: Array<{ name: string, decks: Array<{ level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, reclining: boolean, facing: SeatFacing, features: Array<string> } | null }> }> }>, states: Array<{ label: string, status: SeatStatus }> } | null, passengerCategories: Array<{ code: string, name: string, condition: string | null, needsSeat: boolean }> };

export type SaleOrderPartsFragment = { id: string, number: string, status: OrderStatus, holdUntil: string | null, readyToPay: boolean, ticketsPdfUrl: string | null, total: { amount: string, currency: string }, due: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, amount: { amount: string, currency: string } }>, ancillaryOptions: Array<{ code: string, name: string, detail: string | null, maxCount: number, price: { amount: string, currency: string } }>, passengers: Array<{ id: string, lastName: string | null, firstName: string | null, category: { code: string, name: string, condition: string | null, proofRequired: boolean }, total: { amount: string, currency: string } }>, segments: Array<{ index: number, from: { sequence: number, platform: string | null, arrival: { local: string }, departure: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, arrival: { local: string }, departure: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, trip: { id: string, number: string, destination: string }, lines: Array<{ id: string, kind: LineKind, seat: string | null, passenger: { id: string } | null }> }> };

export type SaleOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type SaleOrderQuery = { order: { id: string, number: string, status: OrderStatus, holdUntil: string | null, readyToPay: boolean, ticketsPdfUrl: string | null, total: { amount: string, currency: string }, due: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, amount: { amount: string, currency: string } }>, ancillaryOptions: Array<{ code: string, name: string, detail: string | null, maxCount: number, price: { amount: string, currency: string } }>, passengers: Array<{ id: string, lastName: string | null, firstName: string | null, category: { code: string, name: string, condition: string | null, proofRequired: boolean }, total: { amount: string, currency: string } }>, segments: Array<{ index: number, from: { sequence: number, platform: string | null, arrival: { local: string }, departure: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, arrival: { local: string }, departure: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, trip: { id: string, number: string, destination: string }, lines: Array<{ id: string, kind: LineKind, seat: string | null, passenger: { id: string } | null }> }> } | null };

export type SaleHoldMutationVariables = Exact<{
  input: HoldSeatsInput;
}>;


export type SaleHoldMutation = { holdSeats:
    | { __typename: 'HeldSeats', order: { id: string, number: string, status: OrderStatus, holdUntil: string | null, readyToPay: boolean, ticketsPdfUrl: string | null, total: { amount: string, currency: string }, due: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, amount: { amount: string, currency: string } }>, ancillaryOptions: Array<{ code: string, name: string, detail: string | null, maxCount: number, price: { amount: string, currency: string } }>, passengers: Array<{ id: string, lastName: string | null, firstName: string | null, category: { code: string, name: string, condition: string | null, proofRequired: boolean }, total: { amount: string, currency: string } }>, segments: Array<{ index: number, from: { sequence: number, platform: string | null, arrival: { local: string }, departure: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, arrival: { local: string }, departure: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, trip: { id: string, number: string, destination: string }, lines: Array<{ id: string, kind: LineKind, seat: string | null, passenger: { id: string } | null }> }> } }
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'NotEnoughSeats', message: string }
    | { __typename: 'NotOnSale', message: string }
    | { __typename: 'PriceChanged', message: string }
    | { __typename: 'SeatsTaken', message: string }
   };

export type SaleNameMutationVariables = Exact<{
  input: SetPassengersInput;
}>;


export type SaleNameMutation = { setPassengers:
    | { __typename: 'HoldExpired', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'OrderChanged', order: { id: string, number: string, status: OrderStatus, holdUntil: string | null, readyToPay: boolean, ticketsPdfUrl: string | null, total: { amount: string, currency: string }, due: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, amount: { amount: string, currency: string } }>, ancillaryOptions: Array<{ code: string, name: string, detail: string | null, maxCount: number, price: { amount: string, currency: string } }>, passengers: Array<{ id: string, lastName: string | null, firstName: string | null, category: { code: string, name: string, condition: string | null, proofRequired: boolean }, total: { amount: string, currency: string } }>, segments: Array<{ index: number, from: { sequence: number, platform: string | null, arrival: { local: string }, departure: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, arrival: { local: string }, departure: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } }, trip: { id: string, number: string, destination: string }, lines: Array<{ id: string, kind: LineKind, seat: string | null, passenger: { id: string } | null }> }> } }
    | { __typename: 'OrderClosed', message: string }
   };

export type SaleDropMutationVariables = Exact<{
  input: ReleaseOrderInput;
}>;


export type SaleDropMutation = { releaseOrder:
    | { __typename: 'OrderChanged' }
    | { __typename: 'OrderClosed', message: string }
   };

export type SavedViewsQueryVariables = Exact<{
  list: string;
}>;


export type SavedViewsQuery = { savedViews: Array<{ id: string, name: string, shared: boolean, own: boolean, owner: { id: string, firstName: string | null, lastName: string | null, email: string | null } | null, settings: Array<{ name: string, value: string }> }> };

export type SaveViewMutationVariables = Exact<{
  input: SaveViewInput;
}>;


export type SaveViewMutation = { saveView:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'ViewSaved', view: { id: string } }
   };

export type DropViewMutationVariables = Exact<{
  id: string | number;
}>;


export type DropViewMutation = { dropView: { ok: boolean } };

export type BeginSecondFactorMutationVariables = Exact<{
  password: string;
}>;


export type BeginSecondFactorMutation = { beginSecondFactor:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ message: string }> }
    | { __typename: 'SecondFactorBegun', secret: string, qrSvg: string, uri: string }
    | { __typename: 'TooManyAttempts', message: string }
    | { __typename: 'WrongCredentials', message: string }
   };

type RecoveryCodesOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string, fields: Array<{ message: string }> };

type RecoveryCodesOutcome_RecoveryCodes_Fragment = { __typename: 'RecoveryCodes', recoveryCodes: Array<string> };

type RecoveryCodesOutcome_TooManyAttempts_Fragment = { __typename: 'TooManyAttempts', message: string };

export type RecoveryCodesOutcomeFragment =
  | RecoveryCodesOutcome_InvalidInput_Fragment
  | RecoveryCodesOutcome_RecoveryCodes_Fragment
  | RecoveryCodesOutcome_TooManyAttempts_Fragment
;

export type ConfirmSecondFactorMutationVariables = Exact<{
  code: string;
}>;


export type ConfirmSecondFactorMutation = { confirmSecondFactor:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ message: string }> }
    | { __typename: 'RecoveryCodes', recoveryCodes: Array<string> }
    | { __typename: 'TooManyAttempts', message: string }
   };

export type RenewRecoveryCodesMutationVariables = Exact<{
  code: string;
}>;


export type RenewRecoveryCodesMutation = { renewRecoveryCodes:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ message: string }> }
    | { __typename: 'RecoveryCodes', recoveryCodes: Array<string> }
    | { __typename: 'TooManyAttempts', message: string }
   };

export type DropSecondFactorMutationVariables = Exact<{
  code: string;
}>;


export type DropSecondFactorMutation = { dropSecondFactor:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ message: string }> }
    | { __typename: 'SecondFactorDropped', ok: boolean }
    | { __typename: 'TooManyAttempts', message: string }
   };

export type DemandSecondFactorMutationVariables = Exact<{
  role: string;
  version: number;
  demanded: boolean;
}>;


export type DemandSecondFactorMutation = { demandSecondFactor:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'RoleSaved', role: { code: string, name: string, nameRu: string, nameKy: string, nameEn: string, permissions: Array<Permission>, everything: boolean, secondFactor: boolean, version: number } }
   };

export type SettlementPartsFragment = { id: string, number: number, currency: string, startsOn: string, endsOn: string, state: SettlementState, carrier: { id: string, name: string } | null, figures: { soldCount: number, returnedCount: number, opening: { amount: string, currency: string }, sold: { amount: string, currency: string }, returned: { amount: string, currency: string }, exchanged: { amount: string, currency: string }, handedOver: { amount: string, currency: string }, commission: { amount: string, currency: string }, stationFee: { amount: string, currency: string }, withheld: { amount: string, currency: string }, corrected: { amount: string, currency: string }, paidBefore: { amount: string, currency: string }, closing: { amount: string, currency: string } }, paid: { amount: string, currency: string }, due: { amount: string, currency: string } };

export type PostingPartsFragment = { id: string, kind: PostingKind, at: string, madeAt: string | null, reason: string | null, document: string | null, orderNumber: string | null, reversal: boolean, reversed: boolean, reversible: boolean, madeBy: { firstName: string | null, lastName: string | null } | null, lines: Array<{ account: { code: string, name: string }, amount: { amount: string, currency: string } }> };

export type SettlementsQueryVariables = Exact<{
  filter?: SettlementFilterInput | null | undefined;
  sort: SettlementSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type SettlementsQuery = { settlements: { nodes: Array<{ id: string, number: number, currency: string, startsOn: string, endsOn: string, state: SettlementState, carrier: { id: string, name: string } | null, figures: { soldCount: number, returnedCount: number, opening: { amount: string, currency: string }, sold: { amount: string, currency: string }, returned: { amount: string, currency: string }, exchanged: { amount: string, currency: string }, handedOver: { amount: string, currency: string }, commission: { amount: string, currency: string }, stationFee: { amount: string, currency: string }, withheld: { amount: string, currency: string }, corrected: { amount: string, currency: string }, paidBefore: { amount: string, currency: string }, closing: { amount: string, currency: string } }, paid: { amount: string, currency: string }, due: { amount: string, currency: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SettlementQueryVariables = Exact<{
  id: string | number;
  staff: boolean;
}>;


export type SettlementQuery = { settlement: { contractNumber: string | null, approvedAt: string | null, id: string, number: number, currency: string, startsOn: string, endsOn: string, state: SettlementState, approvedBy?: { firstName: string | null, lastName: string | null } | null, payments?: Array<{ id: string, kind: PostingKind, at: string, madeAt: string | null, reason: string | null, document: string | null, orderNumber: string | null, reversal: boolean, reversed: boolean, reversible: boolean, madeBy: { firstName: string | null, lastName: string | null } | null, lines: Array<{ account: { code: string, name: string }, amount: { amount: string, currency: string } }> }>, carrier: { id: string, name: string } | null, figures: { soldCount: number, returnedCount: number, opening: { amount: string, currency: string }, sold: { amount: string, currency: string }, returned: { amount: string, currency: string }, exchanged: { amount: string, currency: string }, handedOver: { amount: string, currency: string }, commission: { amount: string, currency: string }, stationFee: { amount: string, currency: string }, withheld: { amount: string, currency: string }, corrected: { amount: string, currency: string }, paidBefore: { amount: string, currency: string }, closing: { amount: string, currency: string } }, paid: { amount: string, currency: string }, due: { amount: string, currency: string } } };

export type SettlementTripsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type SettlementTripsQuery = { settlement: { id: string, trips: { totalCount: number | null, nodes: Array<{ tripId: string, date: string, route: string, soldCount: number, returnedCount: number, sold: { amount: string, currency: string }, returned: { amount: string, currency: string }, moved: { amount: string, currency: string }, commission: { amount: string, currency: string }, stationFee: { amount: string, currency: string }, total: { amount: string, currency: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type MakeSettlementMutationVariables = Exact<{
  input: MakeSettlementInput;
}>;


export type MakeSettlementMutation = { makeSettlement:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'SettlementChanged', settlement: { id: string, number: number, currency: string, startsOn: string, endsOn: string, state: SettlementState, carrier: { id: string, name: string } | null, figures: { soldCount: number, returnedCount: number, opening: { amount: string, currency: string }, sold: { amount: string, currency: string }, returned: { amount: string, currency: string }, exchanged: { amount: string, currency: string }, handedOver: { amount: string, currency: string }, commission: { amount: string, currency: string }, stationFee: { amount: string, currency: string }, withheld: { amount: string, currency: string }, corrected: { amount: string, currency: string }, paidBefore: { amount: string, currency: string }, closing: { amount: string, currency: string } }, paid: { amount: string, currency: string }, due: { amount: string, currency: string } } }
   };

export type ApproveSettlementMutationVariables = Exact<{
  input: ApproveSettlementInput;
}>;


export type ApproveSettlementMutation = { approveSettlement:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'SettlementChanged', settlement: { id: string, number: number, currency: string, startsOn: string, endsOn: string, state: SettlementState, carrier: { id: string, name: string } | null, figures: { soldCount: number, returnedCount: number, opening: { amount: string, currency: string }, sold: { amount: string, currency: string }, returned: { amount: string, currency: string }, exchanged: { amount: string, currency: string }, handedOver: { amount: string, currency: string }, commission: { amount: string, currency: string }, stationFee: { amount: string, currency: string }, withheld: { amount: string, currency: string }, corrected: { amount: string, currency: string }, paidBefore: { amount: string, currency: string }, closing: { amount: string, currency: string } }, paid: { amount: string, currency: string }, due: { amount: string, currency: string } } }
   };

export type PaySettlementMutationVariables = Exact<{
  input: PaySettlementInput;
}>;


export type PaySettlementMutation = { paySettlement:
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'SettlementChanged', settlement: { id: string, number: number, currency: string, startsOn: string, endsOn: string, state: SettlementState, carrier: { id: string, name: string } | null, figures: { soldCount: number, returnedCount: number, opening: { amount: string, currency: string }, sold: { amount: string, currency: string }, returned: { amount: string, currency: string }, exchanged: { amount: string, currency: string }, handedOver: { amount: string, currency: string }, commission: { amount: string, currency: string }, stationFee: { amount: string, currency: string }, withheld: { amount: string, currency: string }, corrected: { amount: string, currency: string }, paidBefore: { amount: string, currency: string }, closing: { amount: string, currency: string } }, paid: { amount: string, currency: string }, due: { amount: string, currency: string } } }
   };

export type DropSettlementMutationVariables = Exact<{
  id: string | number;
}>;


export type DropSettlementMutation = { dropSettlement:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'SettlementDropped' }
   };

export type ExportSettlementMutationVariables = Exact<{
  input: ExportSettlementInput;
}>;


export type ExportSettlementMutation = { exportSettlement:
    | { __typename: 'ExportReady', url: string }
    | { __typename: 'TooManyAttempts', message: string }
   };

export type ShiftPartsFragment = { id: string, number: number, openedAt: string, closedAt: string | null, closingNote: string | null, blanks: Array<{ state: BlankState, count: number, ranges: Array<string> }>, desk: { id: string, sign: string, printer: string | null, station: { id: string, name: string } | null }, totals: Array<{ currency: string, saleCount: number, returnCount: number, float: { amount: string, currency: string }, soldForCash: { amount: string, currency: string }, soldByCard: { amount: string, currency: string }, returnedInCash: { amount: string, currency: string }, returnedByCard: { amount: string, currency: string }, putIn: { amount: string, currency: string }, takenOut: { amount: string, currency: string }, collected: { amount: string, currency: string }, difference: { amount: string, currency: string }, inTill: { amount: string, currency: string } }> };

export type CashOperationPartsFragment = { id: string, position: number, kind: CashKind, tender: Tender, note: string | null, at: string, orderNumber: string | null, amount: { amount: string, currency: string }, balance: { amount: string, currency: string } };

export type MyShiftQueryVariables = Exact<{ [key: string]: never; }>;


export type MyShiftQuery = { myShift: { id: string, number: number, openedAt: string, closedAt: string | null, closingNote: string | null, pending: { messages: number, refunds: number, receipts: number }, operations: { nodes: Array<{ id: string, position: number, kind: CashKind, tender: Tender, note: string | null, at: string, orderNumber: string | null, amount: { amount: string, currency: string }, balance: { amount: string, currency: string } }> }, blanks: Array<{ state: BlankState, count: number, ranges: Array<string> }>, desk: { id: string, sign: string, printer: string | null, station: { id: string, name: string } | null }, totals: Array<{ currency: string, saleCount: number, returnCount: number, float: { amount: string, currency: string }, soldForCash: { amount: string, currency: string }, soldByCard: { amount: string, currency: string }, returnedInCash: { amount: string, currency: string }, returnedByCard: { amount: string, currency: string }, putIn: { amount: string, currency: string }, takenOut: { amount: string, currency: string }, collected: { amount: string, currency: string }, difference: { amount: string, currency: string }, inTill: { amount: string, currency: string } }> } | null };

export type ShiftsQueryVariables = Exact<{
  filter?: ShiftFilterInput | null | undefined;
  sort: ShiftSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type ShiftsQuery = { shifts: { nodes: Array<{ id: string, number: number, openedAt: string, closedAt: string | null, closingNote: string | null, cashier: { id: string, firstName: string | null, lastName: string | null } | null, blanks: Array<{ state: BlankState, count: number, ranges: Array<string> }>, desk: { id: string, sign: string, printer: string | null, station: { id: string, name: string } | null }, totals: Array<{ currency: string, saleCount: number, returnCount: number, float: { amount: string, currency: string }, soldForCash: { amount: string, currency: string }, soldByCard: { amount: string, currency: string }, returnedInCash: { amount: string, currency: string }, returnedByCard: { amount: string, currency: string }, putIn: { amount: string, currency: string }, takenOut: { amount: string, currency: string }, collected: { amount: string, currency: string }, difference: { amount: string, currency: string }, inTill: { amount: string, currency: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ShiftPageQueryVariables = Exact<{
  id: string | number;
}>;


export type ShiftPageQuery = { shift: { id: string, number: number, openedAt: string, closedAt: string | null, closingNote: string | null, cashier: { id: string, firstName: string | null, lastName: string | null } | null, operations: { nodes: Array<{ id: string, position: number, kind: CashKind, tender: Tender, note: string | null, at: string, orderNumber: string | null, amount: { amount: string, currency: string }, balance: { amount: string, currency: string } }>, pageInfo: { hasNextPage: boolean } }, blanks: Array<{ state: BlankState, count: number, ranges: Array<string> }>, desk: { id: string, sign: string, printer: string | null, station: { id: string, name: string } | null }, totals: Array<{ currency: string, saleCount: number, returnCount: number, float: { amount: string, currency: string }, soldForCash: { amount: string, currency: string }, soldByCard: { amount: string, currency: string }, returnedInCash: { amount: string, currency: string }, returnedByCard: { amount: string, currency: string }, putIn: { amount: string, currency: string }, takenOut: { amount: string, currency: string }, collected: { amount: string, currency: string }, difference: { amount: string, currency: string }, inTill: { amount: string, currency: string } }> } };

export type ShiftReportQueryVariables = Exact<{
  id: string | number;
}>;


export type ShiftReportQuery = { shiftReport: { name: string, mime: string, content: string } };

export type OpenShiftMutationVariables = Exact<{
  input: OpenShiftInput;
}>;


export type OpenShiftMutation = { openShift:
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'ShiftOpened', shift: { id: string } }
   };

export type MoveCashMutationVariables = Exact<{
  input: MoveCashInput;
}>;


export type MoveCashMutation = { moveCash:
    | { __typename: 'CashMoved', operation: { id: string, position: number, kind: CashKind, tender: Tender, note: string | null, at: string, orderNumber: string | null, amount: { amount: string, currency: string }, balance: { amount: string, currency: string } } }
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'ShiftNeeded', message: string }
   };

export type CloseShiftMutationVariables = Exact<{
  input: CloseShiftInput;
}>;


export type CloseShiftMutation = { closeShift:
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'ShiftClosed', shift: { id: string, number: number, openedAt: string, closedAt: string | null, closingNote: string | null, blanks: Array<{ state: BlankState, count: number, ranges: Array<string> }>, desk: { id: string, sign: string, printer: string | null, station: { id: string, name: string } | null }, totals: Array<{ currency: string, saleCount: number, returnCount: number, float: { amount: string, currency: string }, soldForCash: { amount: string, currency: string }, soldByCard: { amount: string, currency: string }, returnedInCash: { amount: string, currency: string }, returnedByCard: { amount: string, currency: string }, putIn: { amount: string, currency: string }, takenOut: { amount: string, currency: string }, collected: { amount: string, currency: string }, difference: { amount: string, currency: string }, inTill: { amount: string, currency: string } }> } }
    | { __typename: 'ShiftNeeded', message: string }
   };

export type TakePaymentMutationVariables = Exact<{
  input: TakePaymentInput;
}>;


export type TakePaymentMutation = { takePayment:
    | { __typename: 'HoldExpired', message: string }
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'OrderClosed', message: string }
    | { __typename: 'PaymentTaken', ticketsPdfUrl: string | null, change: { amount: string, currency: string } }
    | { __typename: 'ShiftNeeded', message: string }
   };

export type PayOutRefundsMutationVariables = Exact<{
  input: PayOutRefundsInput;
}>;


export type PayOutRefundsMutation = { payOutRefunds:
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'RefundsPaidOut', operations: Array<{ id: string }> }
    | { __typename: 'ShiftNeeded', message: string }
   };

export type AnnulSaleMutationVariables = Exact<{
  input: AnnulSaleInput;
}>;


export type AnnulSaleMutation = { annulSale:
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'SaleAnnulled', cash: { amount: string, currency: string }, card: { amount: string, currency: string } }
    | { __typename: 'ShiftNeeded', message: string }
   };

export type QuoteReturnMutationVariables = Exact<{
  input: QuoteRefundInput;
}>;


export type QuoteReturnMutation = { quoteRefund:
    | { __typename: 'NotRefundable', message: string }
    | { __typename: 'RefundQuoted', quote: { id: string, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, explanation: string, refunded: { amount: string, currency: string }, byRule: { withheldOfFare: { amount: string, currency: string }, refunded: { amount: string, currency: string } } | null }> } }
   };

export type ConfirmReturnMutationVariables = Exact<{
  input: ConfirmRefundInput;
}>;


export type ConfirmReturnMutation = { confirmRefund:
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'NotRefundable', message: string }
    | { __typename: 'QuoteExpired', message: string }
    | { __typename: 'RefundConfirmed', refund: { id: string, state: RefundState, waitsAtDesk: boolean } }
   };

export type SellAncillariesMutationVariables = Exact<{
  input: SellAncillariesInput;
}>;


export type SellAncillariesMutation = { sellAncillaries:
    | { __typename: 'AncillariesSold', ticketsPdfUrl: string, change: { amount: string, currency: string } }
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'ShiftNeeded', message: string }
   };

export type RolePartsFragment = { code: string, name: string, nameRu: string, nameKy: string, nameEn: string, permissions: Array<Permission>, everything: boolean, secondFactor: boolean, version: number };

export type MemberPartsFragment = { id: string, firstName: string | null, lastName: string | null, email: string | null, blockedAt: string | null, invitedAt: string | null, lastSeenAt: string | null, secondFactor: boolean, version: number, role: { code: string, name: string } | null, carrier: { id: string, name: string } | null, stations: Array<{ id: string, name: string }>, desks: Array<{ id: string, sign: string }> };

type StaffOutcome_ChangedMeanwhile_Fragment = { __typename: 'ChangedMeanwhile', message: string };

type StaffOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> };

type StaffOutcome_StaffChanged_Fragment = { __typename: 'StaffChanged', member: { id: string, firstName: string | null, lastName: string | null, email: string | null, blockedAt: string | null, invitedAt: string | null, lastSeenAt: string | null, secondFactor: boolean, version: number, role: { code: string, name: string } | null, carrier: { id: string, name: string } | null, stations: Array<{ id: string, name: string }>, desks: Array<{ id: string, sign: string }> } };

export type StaffOutcomeFragment =
  | StaffOutcome_ChangedMeanwhile_Fragment
  | StaffOutcome_InvalidInput_Fragment
  | StaffOutcome_StaffChanged_Fragment
;

export type StaffQueryVariables = Exact<{
  filter?: StaffFilterInput | null | undefined;
  sort?: StaffSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type StaffQuery = { staff: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, firstName: string | null, lastName: string | null, email: string | null, blockedAt: string | null, invitedAt: string | null, lastSeenAt: string | null, secondFactor: boolean, version: number, role: { code: string, name: string } | null, carrier: { id: string, name: string } | null, stations: Array<{ id: string, name: string }>, desks: Array<{ id: string, sign: string }> }> } };

export type StaffNameQueryVariables = Exact<{
  id: string | number;
}>;


export type StaffNameQuery = { staffMember: { id: string, firstName: string | null, lastName: string | null, email: string | null } };

export type StaffMemberQueryVariables = Exact<{
  id: string | number;
}>;


export type StaffMemberQuery = { staffMember: { id: string, firstName: string | null, lastName: string | null, email: string | null, blockedAt: string | null, invitedAt: string | null, lastSeenAt: string | null, secondFactor: boolean, version: number, role: { code: string, name: string } | null, carrier: { id: string, name: string } | null, stations: Array<{ id: string, name: string }>, desks: Array<{ id: string, sign: string }> }, staffSessions: Array<{ id: string, current: boolean, createdAt: string, lastUsedAt: string, address: string | null, device: string | null }> };

export type StaffChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type StaffChoicesQuery = { roles: { nodes: Array<{ code: string, name: string }> }, carriers: Array<{ id: string, name: string }>, stations: Array<{ id: string, name: string }>, desks: Array<{ id: string, sign: string, active: boolean, station: { id: string, name: string } | null }> };

export type RolesQueryVariables = Exact<{
  filter?: RoleFilterInput | null | undefined;
  sort: RoleSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type RolesQuery = { roles: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ staffCount: number, code: string, name: string, nameRu: string, nameKy: string, nameEn: string, permissions: Array<Permission>, everything: boolean, secondFactor: boolean, version: number }> } };

export type InviteStaffMutationVariables = Exact<{
  input: InviteStaffInput;
}>;


export type InviteStaffMutation = { inviteStaff:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'StaffChanged', member: { id: string, firstName: string | null, lastName: string | null, email: string | null, blockedAt: string | null, invitedAt: string | null, lastSeenAt: string | null, secondFactor: boolean, version: number, role: { code: string, name: string } | null, carrier: { id: string, name: string } | null, stations: Array<{ id: string, name: string }>, desks: Array<{ id: string, sign: string }> } }
   };

export type UpdateStaffMutationVariables = Exact<{
  input: UpdateStaffInput;
}>;


export type UpdateStaffMutation = { updateStaff:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'StaffChanged', member: { id: string, firstName: string | null, lastName: string | null, email: string | null, blockedAt: string | null, invitedAt: string | null, lastSeenAt: string | null, secondFactor: boolean, version: number, role: { code: string, name: string } | null, carrier: { id: string, name: string } | null, stations: Array<{ id: string, name: string }>, desks: Array<{ id: string, sign: string }> } }
   };

export type BlockStaffMutationVariables = Exact<{
  id: string | number;
  blocked: boolean;
}>;


export type BlockStaffMutation = { blockStaff:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'StaffChanged', member: { id: string, firstName: string | null, lastName: string | null, email: string | null, blockedAt: string | null, invitedAt: string | null, lastSeenAt: string | null, secondFactor: boolean, version: number, role: { code: string, name: string } | null, carrier: { id: string, name: string } | null, stations: Array<{ id: string, name: string }>, desks: Array<{ id: string, sign: string }> } }
   };

export type EndStaffSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type EndStaffSessionMutation = { endStaffSession: { ok: boolean } };

export type ResetStaffMutationVariables = Exact<{
  id: string | number;
}>;


export type ResetStaffMutation = { resetStaff:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'StaffChanged', member: { id: string, firstName: string | null, lastName: string | null, email: string | null, blockedAt: string | null, invitedAt: string | null, lastSeenAt: string | null, secondFactor: boolean, version: number, role: { code: string, name: string } | null, carrier: { id: string, name: string } | null, stations: Array<{ id: string, name: string }>, desks: Array<{ id: string, sign: string }> } }
   };

export type SaveRoleMutationVariables = Exact<{
  input: SaveRoleInput;
}>;


export type SaveRoleMutation = { saveRole:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'RoleSaved', role: { code: string, name: string, nameRu: string, nameKy: string, nameEn: string, permissions: Array<Permission>, everything: boolean, secondFactor: boolean, version: number } }
   };

export type AcceptInvitationMutationVariables = Exact<{
  email: string;
  token: string;
  password: string;
}>;


export type AcceptInvitationMutation = { acceptInvitation:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'SignedIn', accessToken: string, expiresAt: string, me: { id: string, firstName: string | null, lastName: string | null, email: string | null, permissions: Array<Permission>, role: { code: string, name: string } | null, carrier: { id: string, name: string } | null, stations: Array<{ id: string, name: string }>, secondFactor: { on: boolean, demanded: boolean, recoveryCodesLeft: number } | null } }
    | { __typename: 'TooManyAttempts', message: string }
    | { __typename: 'WrongCode', message: string }
   };

export type StationPartsFragment = { id: string, code: string, name: string, kind: StopKind, timeZone: string, latitude: number, longitude: number, phone: string | null, active: boolean, keptByOffice: boolean, version: number, names: { ru: string, ky: string, en: string }, place: { id: string, name: string } | null, address: { ru: string, ky: string, en: string } | null, openingHours: Array<{ weekday: number, opens: number, closes: number }> };

export type PlatformPartsFragment = { id: string, sign: string, active: boolean, departures: number, version: number };

export type PlaceRecordPartsFragment = { id: string, name: string, latitude: number, longitude: number, stationCount: number, version: number, names: { ru: string, ky: string, en: string } };

export type StationRecordsQueryVariables = Exact<{
  filter?: StationFilterInput | null | undefined;
  sort?: StationSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type StationRecordsQuery = { stationRecords: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ departures: number, id: string, code: string, name: string, kind: StopKind, timeZone: string, latitude: number, longitude: number, phone: string | null, active: boolean, keptByOffice: boolean, version: number, names: { ru: string, ky: string, en: string }, place: { id: string, name: string } | null, address: { ru: string, ky: string, en: string } | null, openingHours: Array<{ weekday: number, opens: number, closes: number }> }> } };

export type StationRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type StationRecordQuery = { stationRecord: { departures: number, id: string, code: string, name: string, kind: StopKind, timeZone: string, latitude: number, longitude: number, phone: string | null, active: boolean, keptByOffice: boolean, version: number, platforms: Array<{ id: string, sign: string, active: boolean, departures: number, version: number }>, names: { ru: string, ky: string, en: string }, place: { id: string, name: string } | null, address: { ru: string, ky: string, en: string } | null, openingHours: Array<{ weekday: number, opens: number, closes: number }> } };

export type PlaceRecordsQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type PlaceRecordsQuery = { placeRecords: { nodes: Array<{ id: string, name: string, latitude: number, longitude: number, stationCount: number, version: number, names: { ru: string, ky: string, en: string } }> } };

export type MapPointsQueryVariables = Exact<{
  south: number;
  west: number;
  north: number;
  east: number;
}>;


export type MapPointsQuery = { mapPoints: Array<{ id: string, name: string, kind: MapPointKind, latitude: number, longitude: number }> };

export type SaveStationMutationVariables = Exact<{
  input: SaveStationInput;
}>;


export type SaveStationMutation = { saveStation:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'StationSaved', station: { id: string, code: string, name: string, kind: StopKind, timeZone: string, latitude: number, longitude: number, phone: string | null, active: boolean, keptByOffice: boolean, version: number, names: { ru: string, ky: string, en: string }, place: { id: string, name: string } | null, address: { ru: string, ky: string, en: string } | null, openingHours: Array<{ weekday: number, opens: number, closes: number }> } }
   };

export type SavePlaceMutationVariables = Exact<{
  input: SavePlaceInput;
}>;


export type SavePlaceMutation = { savePlace:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'PlaceSaved', place: { id: string, name: string, latitude: number, longitude: number, stationCount: number, version: number, names: { ru: string, ky: string, en: string } } }
   };

export type SavePlatformMutationVariables = Exact<{
  input: SavePlatformInput;
}>;


export type SavePlatformMutation = { savePlatform:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'PlatformSaved', platform: { id: string, sign: string, active: boolean, departures: number, version: number } }
   };

export type TariffRulePartsFragment = { code: string, series: string, version: number, kind: TariffRuleKind, state: TariffRuleState, name: string, scopes: Array<string>, channels: Array<SalesChannel>, validFrom: string | null, validTo: string | null, keptByOffice: boolean, category: string | null, percentOff: string | null, ageFrom: number | null, ageTo: number | null, ownSeat: boolean | null, quotaPerTrip: number | null, seasonFrom: string | null, seasonTo: string | null, minGroup: number | null, proofRequired: boolean | null, maxCount: number | null, ofStation: boolean | null, percent: string | null, minutesBefore: number | null, seatClass: string | null, names: { ru: string, ky: string, en: string }, conditions: { ru: string, ky: string, en: string } | null, carrier: { id: string, name: string } | null, routes: Array<{ id: string, number: string, name: string }>, amount: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null, step: { amount: string, currency: string } | null, demand: { floor: string, ceiling: string, occupancy: Array<{ from: number, percent: string }>, ahead: Array<{ from: number, percent: string }> } | null };

export type TariffRulesQueryVariables = Exact<{
  filter?: TariffRuleFilterInput | null | undefined;
  sort: TariffRuleSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type TariffRulesQuery = { tariffRules: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ code: string, series: string, version: number, kind: TariffRuleKind, state: TariffRuleState, name: string, scopes: Array<string>, channels: Array<SalesChannel>, validFrom: string | null, validTo: string | null, keptByOffice: boolean, category: string | null, percentOff: string | null, ageFrom: number | null, ageTo: number | null, ownSeat: boolean | null, quotaPerTrip: number | null, seasonFrom: string | null, seasonTo: string | null, minGroup: number | null, proofRequired: boolean | null, maxCount: number | null, ofStation: boolean | null, percent: string | null, minutesBefore: number | null, seatClass: string | null, names: { ru: string, ky: string, en: string }, conditions: { ru: string, ky: string, en: string } | null, carrier: { id: string, name: string } | null, routes: Array<{ id: string, number: string, name: string }>, amount: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null, step: { amount: string, currency: string } | null, demand: { floor: string, ceiling: string, occupancy: Array<{ from: number, percent: string }>, ahead: Array<{ from: number, percent: string }> } | null }> } };

export type TariffCarriersQueryVariables = Exact<{ [key: string]: never; }>;


export type TariffCarriersQuery = { carriers: Array<{ id: string, name: string }> };

type TariffRuleOutcome_ChangedMeanwhile_Fragment = { __typename: 'ChangedMeanwhile', message: string };

type TariffRuleOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> };

type TariffRuleOutcome_TariffRuleSaved_Fragment = { __typename: 'TariffRuleSaved', rule: { code: string, series: string, version: number, kind: TariffRuleKind, state: TariffRuleState, name: string, scopes: Array<string>, channels: Array<SalesChannel>, validFrom: string | null, validTo: string | null, keptByOffice: boolean, category: string | null, percentOff: string | null, ageFrom: number | null, ageTo: number | null, ownSeat: boolean | null, quotaPerTrip: number | null, seasonFrom: string | null, seasonTo: string | null, minGroup: number | null, proofRequired: boolean | null, maxCount: number | null, ofStation: boolean | null, percent: string | null, minutesBefore: number | null, seatClass: string | null, names: { ru: string, ky: string, en: string }, conditions: { ru: string, ky: string, en: string } | null, carrier: { id: string, name: string } | null, routes: Array<{ id: string, number: string, name: string }>, amount: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null, step: { amount: string, currency: string } | null, demand: { floor: string, ceiling: string, occupancy: Array<{ from: number, percent: string }>, ahead: Array<{ from: number, percent: string }> } | null } };

export type TariffRuleOutcomeFragment =
  | TariffRuleOutcome_ChangedMeanwhile_Fragment
  | TariffRuleOutcome_InvalidInput_Fragment
  | TariffRuleOutcome_TariffRuleSaved_Fragment
;

export type SaveTariffRuleMutationVariables = Exact<{
  input: SaveTariffRuleInput;
}>;


export type SaveTariffRuleMutation = { saveTariffRule:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'TariffRuleSaved', rule: { code: string, series: string, version: number, kind: TariffRuleKind, state: TariffRuleState, name: string, scopes: Array<string>, channels: Array<SalesChannel>, validFrom: string | null, validTo: string | null, keptByOffice: boolean, category: string | null, percentOff: string | null, ageFrom: number | null, ageTo: number | null, ownSeat: boolean | null, quotaPerTrip: number | null, seasonFrom: string | null, seasonTo: string | null, minGroup: number | null, proofRequired: boolean | null, maxCount: number | null, ofStation: boolean | null, percent: string | null, minutesBefore: number | null, seatClass: string | null, names: { ru: string, ky: string, en: string }, conditions: { ru: string, ky: string, en: string } | null, carrier: { id: string, name: string } | null, routes: Array<{ id: string, number: string, name: string }>, amount: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null, step: { amount: string, currency: string } | null, demand: { floor: string, ceiling: string, occupancy: Array<{ from: number, percent: string }>, ahead: Array<{ from: number, percent: string }> } | null } }
   };

export type EndTariffRuleMutationVariables = Exact<{
  input: EndTariffRuleInput;
}>;


export type EndTariffRuleMutation = { endTariffRule:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'TariffRuleSaved', rule: { code: string, series: string, version: number, kind: TariffRuleKind, state: TariffRuleState, name: string, scopes: Array<string>, channels: Array<SalesChannel>, validFrom: string | null, validTo: string | null, keptByOffice: boolean, category: string | null, percentOff: string | null, ageFrom: number | null, ageTo: number | null, ownSeat: boolean | null, quotaPerTrip: number | null, seasonFrom: string | null, seasonTo: string | null, minGroup: number | null, proofRequired: boolean | null, maxCount: number | null, ofStation: boolean | null, percent: string | null, minutesBefore: number | null, seatClass: string | null, names: { ru: string, ky: string, en: string }, conditions: { ru: string, ky: string, en: string } | null, carrier: { id: string, name: string } | null, routes: Array<{ id: string, number: string, name: string }>, amount: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null, step: { amount: string, currency: string } | null, demand: { floor: string, ceiling: string, occupancy: Array<{ from: number, percent: string }>, ahead: Array<{ from: number, percent: string }> } | null } }
   };

export type TerminalRequestPartsFragment = { id: string, at: string, address: string, raw: string, command: string | null, txn: string | null, account: string | null, outcome: TerminalOutcome | null, result: number | null, status: number, answer: string, took: number, trouble: boolean, network: { id: string, code: string, name: string } | null };

export type TerminalNetworkPartsFragment = { id: string, version: number, code: string, name: string, url: string, enabled: boolean, login: string, addresses: Array<string>, currency: string, feePercent: string, sumForm: TerminalSumForm, cancels: boolean, tellsStatus: boolean, names: { ru: string, ky: string, en: string }, smallest: { amount: string, currency: string }, largest: { amount: string, currency: string }, tolerance: { amount: string, currency: string }, results: Array<{ outcome: TerminalOutcome, number: number }>, lastRequest: { id: string, at: string, outcome: TerminalOutcome | null, status: number } | null, lastTrouble: { id: string, at: string, outcome: TerminalOutcome | null, status: number } | null };

export type TerminalNetworksQueryVariables = Exact<{
  sort?: TerminalNetworkSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type TerminalNetworksQuery = { terminalNetworks: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, version: number, code: string, name: string, url: string, enabled: boolean, login: string, addresses: Array<string>, currency: string, feePercent: string, sumForm: TerminalSumForm, cancels: boolean, tellsStatus: boolean, names: { ru: string, ky: string, en: string }, smallest: { amount: string, currency: string }, largest: { amount: string, currency: string }, tolerance: { amount: string, currency: string }, results: Array<{ outcome: TerminalOutcome, number: number }>, lastRequest: { id: string, at: string, outcome: TerminalOutcome | null, status: number } | null, lastTrouble: { id: string, at: string, outcome: TerminalOutcome | null, status: number } | null }> } };

export type TerminalChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type TerminalChoicesQuery = { terminalNetworks: { nodes: Array<{ id: string, code: string }> }, terminalPresets: Array<{ dialect: TerminalDialect, sumForm: TerminalSumForm, cancels: boolean, tellsStatus: boolean, results: Array<{ outcome: TerminalOutcome, number: number, retried: boolean }> }> };

export type TerminalRequestsQueryVariables = Exact<{
  filter?: TerminalRequestFilterInput | null | undefined;
  sort?: TerminalRequestSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type TerminalRequestsQuery = { terminalRequests: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, address: string, raw: string, command: string | null, txn: string | null, account: string | null, outcome: TerminalOutcome | null, result: number | null, status: number, answer: string, took: number, trouble: boolean, network: { id: string, code: string, name: string } | null }> } };

export type SaveTerminalNetworkMutationVariables = Exact<{
  input: SaveTerminalNetworkInput;
}>;


export type SaveTerminalNetworkMutation = { saveTerminalNetwork:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'TerminalNetworkSaved', network: { id: string, version: number, code: string, name: string, url: string, enabled: boolean, login: string, addresses: Array<string>, currency: string, feePercent: string, sumForm: TerminalSumForm, cancels: boolean, tellsStatus: boolean, names: { ru: string, ky: string, en: string }, smallest: { amount: string, currency: string }, largest: { amount: string, currency: string }, tolerance: { amount: string, currency: string }, results: Array<{ outcome: TerminalOutcome, number: number }>, lastRequest: { id: string, at: string, outcome: TerminalOutcome | null, status: number } | null, lastTrouble: { id: string, at: string, outcome: TerminalOutcome | null, status: number } | null } }
   };

export type SwitchTerminalNetworkMutationVariables = Exact<{
  input: SwitchTerminalNetworkInput;
}>;


export type SwitchTerminalNetworkMutation = { switchTerminalNetwork: { network: { id: string, version: number, code: string, name: string, url: string, enabled: boolean, login: string, addresses: Array<string>, currency: string, feePercent: string, sumForm: TerminalSumForm, cancels: boolean, tellsStatus: boolean, names: { ru: string, ky: string, en: string }, smallest: { amount: string, currency: string }, largest: { amount: string, currency: string }, tolerance: { amount: string, currency: string }, results: Array<{ outcome: TerminalOutcome, number: number }>, lastRequest: { id: string, at: string, outcome: TerminalOutcome | null, status: number } | null, lastTrouble: { id: string, at: string, outcome: TerminalOutcome | null, status: number } | null } } };

export type TestTerminalNetworkMutationVariables = Exact<{
  input: TestTerminalNetworkInput;
}>;


export type TestTerminalNetworkMutation = { testTerminalNetwork:
    | { __typename: 'InvalidInput', fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'TerminalTested', url: string, status: number | null, answer: string, took: number }
    | { __typename: 'TooManyAttempts', message: string }
   };

export type TripAdditionQueryVariables = Exact<{
  input: AddTripInput;
}>;


export type TripAdditionQuery = { tripAddition:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TripAddition', seats: number, departs: { at: string, local: string, timeZone: string, offsetMinutes: number }, arrives: { at: string, local: string, timeZone: string, offsetMinutes: number }, near: Array<{ seatsLeft: number, trip: { id: string, number: string, destination: string, state: TripState, calls: Array<{ departure: { at: string, local: string, timeZone: string, offsetMinutes: number } }> } }>, vehicles: Array<{ vehicle: { id: string, plate: string, make: string, seatCount: number }, objections: Array<{ message: string }> }> }
   };

export type AddTripMutationVariables = Exact<{
  input: AddTripInput;
}>;


export type AddTripMutation = { addTrip:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'OverruleNeeded', message: string, objections: Array<{ message: string }> }
    | { __typename: 'TripAdded', trip: { id: string, number: string } }
   };

export type ConsequencePartsFragment = { orders: number, passengers: number, held: number, withEmail: number, withPhone: number, paid: Array<{ amount: string, currency: string }> };

export type TripsConsequencesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
  station?: string | number | null | undefined;
}>;


export type TripsConsequencesQuery = { tripsConsequences: { total: { orders: number, passengers: number, held: number, withEmail: number, withPhone: number, paid: Array<{ amount: string, currency: string }> }, trips: Array<{ trip: { id: string }, consequences: { orders: number, passengers: number, held: number, withEmail: number, withPhone: number, paid: Array<{ amount: string, currency: string }> } }> } };

export type ChangeTripsMutationVariables = Exact<{
  input: ChangeTripsInput;
}>;


export type ChangeTripsMutation = { changeTrips:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TripsChanged', outcomes: Array<{ tripId: string, kind: TripOutcomeKind, message: string | null, messages: number, ordersReturned: number, trip: { id: string, state: TripState, delayMinutes: number, saleClosed: boolean } | null }> }
   };

export type CrewPartsFragment = { version: number, objections: Array<{ message: string }>, leftOut: { vehicle: { id: string, plate: string, make: string }, objections: Array<{ message: string }> } | null, vehicle: { id: string, plate: string, make: string } | null, drivers: Array<{ id: string, name: string, phone: string | null }> };

export type TripCrewQueryVariables = Exact<{
  id: string | number;
}>;


export type TripCrewQuery = { trip: { id: string, crew: { version: number, objections: Array<{ message: string }>, leftOut: { vehicle: { id: string, plate: string, make: string }, objections: Array<{ message: string }> } | null, vehicle: { id: string, plate: string, make: string } | null, drivers: Array<{ id: string, name: string, phone: string | null }> } } | null };

export type CrewChoicesQueryVariables = Exact<{
  id: string | number;
}>;


export type CrewChoicesQuery = { crewChoices: { vehicles: Array<{ sameSeats: boolean, vehicle: { id: string, plate: string, make: string, seatCount: number }, objections: Array<{ message: string }> }>, drivers: Array<{ driver: { id: string, name: string }, objections: Array<{ message: string }> }> } };

export type AssignTripMutationVariables = Exact<{
  input: AssignTripInput;
}>;


export type AssignTripMutation = { assignTrip:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'OverruleNeeded', message: string, objections: Array<{ message: string }> }
    | { __typename: 'TripChanged', trip: { id: string, crew: { version: number, objections: Array<{ message: string }>, leftOut: { vehicle: { id: string, plate: string, make: string }, objections: Array<{ message: string }> } | null, vehicle: { id: string, plate: string, make: string } | null, drivers: Array<{ id: string, name: string, phone: string | null }> } } }
   };

export type SwapChoicesQueryVariables = Exact<{
  id: string | number;
}>;


export type SwapChoicesQuery = { trip: { id: string, number: string, destination: string, serviceDate: string, reservedSeating: boolean, vehicle: { name: string }, crew: { version: number, vehicle: { id: string, plate: string, make: string } | null }, calls: Array<{ sequence: number, departure: { local: string }, stop: { id: string, station: { id: string } | null } }> } | null, crewChoices: { vehicles: Array<{ sameSeats: boolean, vehicle: { id: string, plate: string, make: string, seatCount: number, layoutName: string | null }, objections: Array<{ message: string }> }> } };

export type VehicleSwapQueryVariables = Exact<{
  tripId: string | number;
  vehicleId: string | number;
  seats: Array<SeatForInput> | SeatForInput;
  otherClass: boolean;
}>;


export type VehicleSwapQuery = { vehicleSwap: { version: number, planName: string, capacity: number, messages: number, vehicle: { id: string, plate: string, make: string }, objections: Array<{ message: string }>, refund: Array<{ amount: string, currency: string }>, units: Array<{ name: string, decks: Array<{ level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, facing: SeatFacing } | null }> }> }>, passengers: Array<{ lineId: string, orderId: string, orderNumber: string, name: string | null, held: boolean, seat: string | null, seatClass: string | null, newSeat: string | null, seated: boolean, otherClass: boolean, from: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, place: { id: string, name: string } | null } } }> } | null };

export type SwapVehicleMutationVariables = Exact<{
  input: SwapVehicleInput;
}>;


export type SwapVehicleMutation = { swapVehicle:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'OverruleNeeded', message: string, objections: Array<{ message: string }> }
    | { __typename: 'PassengersUnseated', message: string, lineIds: Array<string> }
    | { __typename: 'TripChanged', messages: number, ordersReturned: number, trip: { id: string } }
   };

export type ZonedTimePartsFragment = { at: string, local: string, timeZone: string, offsetMinutes: number };

export type MoneyPartsFragment = { amount: string, currency: string };

export type StaffCallPartsFragment = { sequence: number, platform: string | null, platformChoices: Array<string>, skipped: boolean, boarding: boolean, alighting: boolean, distanceKm: number | null, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } };

export type StaffTripPartsFragment = { id: string, number: string, destination: string, state: TripState, serviceDate: string, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number } };

export type TripsQueryVariables = Exact<{
  filter: TripFilterInput;
  sort?: TripSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type TripsQuery = { trips: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: string, state: TripState, delayMinutes: number, saleClosed: boolean, roadClosed: boolean, reservedSeating: boolean, soldPlaces: number | null, route: { id: string, name: string }, carrier: { id: string, name: string }, vehicle: { name: string, seatCount: number, make: string | null, plate: string | null }, calls: Array<{ platform: string | null, departure: { local: string }, arrival: { local: string }, stop: { id: string, name: string, station: { id: string, name: string } | null } }> }> } };

export type TripPageQueryVariables = Exact<{
  id: string | number;
}>;


export type TripPageQuery = { trip: { saleClosed: boolean, roadClosed: boolean, id: string, number: string, destination: string, state: TripState, serviceDate: string, delayMinutes: number, reservedSeating: boolean, calls: Array<{ sequence: number, platform: string | null, platformChoices: Array<string>, skipped: boolean, boarding: boolean, alighting: boolean, distanceKm: number | null, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, station: { id: string, name: string } | null } }>, route: { id: string, number: string, name: string, kind: RouteKind }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number } } | null };

export type TripConsequencesQueryVariables = Exact<{
  id: string | number;
  boardingAt?: number | null | undefined;
  stoppingAt?: number | null | undefined;
}>;


export type TripConsequencesQuery = { tripConsequences: { orders: number, passengers: number, held: number, withEmail: number, withPhone: number, paid: Array<{ amount: string, currency: string }> } };

type TripOutcome_InvalidInput_Fragment = { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> };

type TripOutcome_TripChanged_Fragment = { __typename: 'TripChanged', messages: number, ordersReturned: number, trip: { id: string, state: TripState, delayMinutes: number, saleClosed: boolean, roadClosed: boolean } };

export type TripOutcomeFragment =
  | TripOutcome_InvalidInput_Fragment
  | TripOutcome_TripChanged_Fragment
;

export type DelayTripMutationVariables = Exact<{
  id: string | number;
  minutes: number;
  notify: boolean;
}>;


export type DelayTripMutation = { delayTrip:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TripChanged', messages: number, ordersReturned: number, trip: { id: string, state: TripState, delayMinutes: number, saleClosed: boolean, roadClosed: boolean } }
   };

export type CancelTripMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelTripMutation = { cancelTrip:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TripChanged', messages: number, ordersReturned: number, trip: { id: string, state: TripState, delayMinutes: number, saleClosed: boolean, roadClosed: boolean } }
   };

export type ReportTripMutationVariables = Exact<{
  id: string | number;
  state: TripState;
}>;


export type ReportTripMutation = { reportTrip:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TripChanged', messages: number, ordersReturned: number, trip: { id: string, state: TripState, delayMinutes: number, saleClosed: boolean, roadClosed: boolean } }
   };

export type SetTripSaleMutationVariables = Exact<{
  id: string | number;
  closed: boolean;
}>;


export type SetTripSaleMutation = { setTripSale:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TripChanged', messages: number, ordersReturned: number, trip: { id: string, state: TripState, delayMinutes: number, saleClosed: boolean, roadClosed: boolean } }
   };

export type SetPlatformMutationVariables = Exact<{
  input: SetPlatformInput;
}>;


export type SetPlatformMutation = { setPlatform:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TripChanged', messages: number, ordersReturned: number, trip: { id: string, state: TripState, delayMinutes: number, saleClosed: boolean, roadClosed: boolean } }
   };

export type SkipStopMutationVariables = Exact<{
  input: SkipStopInput;
}>;


export type SkipStopMutation = { skipStop:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TripChanged', messages: number, ordersReturned: number, trip: { id: string, state: TripState, delayMinutes: number, saleClosed: boolean, roadClosed: boolean } }
   };

export type TripPassengersQueryVariables = Exact<{
  id: string | number;
}>;


export type TripPassengersQuery = { tripPassengers: Array<{ orderNumber: string, orderId: string, phone: string | null, paidBy: Array<string>, price: { amount: string, currency: string } | null, line: { id: string, seat: string | null, state: LineState }, passenger: { id: string, firstName: string | null, lastName: string | null, documentNumber: string | null, category: { code: string, name: string } }, from: { sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null, place: { id: string, name: string } | null } }, to: { sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null, place: { id: string, name: string } | null } } }> };

export type SeatMapOfQueryVariables = Exact<{
  tripId: string | number;
  from: number;
  to: number;
}>;


export type SeatMapOfQuery = { seatMap: { version: number, planId: string, openSeating: boolean, capacity: number, seatsLeft: number, units: Array<{ name: string, decks: Array<{ level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, facing: SeatFacing } | null }> }> }>, states: Array<{ label: string, status: SeatStatus }> } | null };

export type SeatMapChangedSubscriptionVariables = Exact<{
  tripId: string | number;
  from: number;
  to: number;
}>;


export type SeatMapChangedSubscription = { seatMapChanged: { tripId: string, version: number, planId: string, full: boolean, seatsLeft: number, states: Array<{ label: string, status: SeatStatus }> } };

export type StationsQueryVariables = Exact<{ [key: string]: never; }>;


export type StationsQuery = { stations: Array<{ id: string, name: string }> };

export type CarriersQueryVariables = Exact<{ [key: string]: never; }>;


export type CarriersQuery = { carriers: Array<{ id: string, name: string }> };

export type VehiclePartsFragment = { id: string, plate: string, make: string, year: number | null, vehicleClass: string, layoutId: string | null, layoutName: string | null, seatCount: number, amenities: Array<string>, baggagePlaces: number, wheelchairPlaces: number, active: boolean, version: number, carrier: { id: string, name: string } };

export type VehiclesQueryVariables = Exact<{
  filter?: VehicleFilterInput | null | undefined;
  sort?: VehicleSort | null | undefined;
  direction?: SortDirection | null | undefined;
  after?: string | null | undefined;
}>;


export type VehiclesQuery = { vehicles: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, plate: string, make: string, year: number | null, vehicleClass: string, layoutId: string | null, layoutName: string | null, seatCount: number, amenities: Array<string>, baggagePlaces: number, wheelchairPlaces: number, active: boolean, version: number, permits: Array<{ id: string, daysLeft: number }>, carrier: { id: string, name: string } }> } };

export type VehicleQueryVariables = Exact<{
  id: string | number;
}>;


export type VehicleQuery = { vehicle: { id: string, plate: string, make: string, year: number | null, vehicleClass: string, layoutId: string | null, layoutName: string | null, seatCount: number, amenities: Array<string>, baggagePlaces: number, wheelchairPlaces: number, active: boolean, version: number, photos: Array<{ id: string, url: string }>, permits: Array<{ id: string, holder: PermitHolder, holderId: string, kind: PermitKind, number: string, issuedOn: string | null, expiresOn: string, daysLeft: number, note: string | null, version: number }>, carrier: { id: string, name: string } } };

export type LayoutChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type LayoutChoicesQuery = { layouts: Array<{ id: string, name: string, vehicleClass: string, seatCount: number }> };

export type SaveVehicleMutationVariables = Exact<{
  input: SaveVehicleInput;
}>;


export type SaveVehicleMutation = { saveVehicle:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'VehicleSaved', vehicle: { id: string, plate: string, make: string, year: number | null, vehicleClass: string, layoutId: string | null, layoutName: string | null, seatCount: number, amenities: Array<string>, baggagePlaces: number, wheelchairPlaces: number, active: boolean, version: number, carrier: { id: string, name: string } } }
   };

export type DropPhotoMutationVariables = Exact<{
  id: string | number;
}>;


export type DropPhotoMutation = { dropPhoto: { ok: boolean } };

export type WalletPartsFragment = { id: string, number: string, ledgerAccount: string, holder: string, version: number, blocked: boolean, blockedReason: string | null, openedAt: string, balance: { amount: string, currency: string }, credit: { amount: string, currency: string } };

export type WalletsQueryVariables = Exact<{
  filter?: WalletFilterInput | null | undefined;
  sort: WalletSort;
  direction: SortDirection;
  after?: string | null | undefined;
}>;


export type WalletsQuery = { wallets: { totalCount: number | null, nodes: Array<{ id: string, number: string, ledgerAccount: string, holder: string, version: number, blocked: boolean, blockedReason: string | null, openedAt: string, balance: { amount: string, currency: string }, credit: { amount: string, currency: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WalletRecordQueryVariables = Exact<{
  id: string | number;
}>;


export type WalletRecordQuery = { wallet: { id: string, number: string, ledgerAccount: string, holder: string, version: number, blocked: boolean, blockedReason: string | null, openedAt: string, balance: { amount: string, currency: string }, credit: { amount: string, currency: string } } };

export type WalletStatementQueryVariables = Exact<{
  id: string | number;
  from?: string | null | undefined;
  to?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type WalletStatementQuery = { wallet: { id: string, entries: { totalCount: number | null, nodes: Array<{ id: string, kind: WalletEntryKind, at: string, orderId: string, orderNumber: string, methodName: string | null, reference: string | null, buyer: string | null, amount: { amount: string, currency: string }, balance: { amount: string, currency: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type BlockWalletMutationVariables = Exact<{
  input: BlockWalletInput;
}>;


export type BlockWalletMutation = { blockWallet:
    | { __typename: 'ChangedMeanwhile', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'WalletChanged', wallet: { id: string, number: string, ledgerAccount: string, holder: string, version: number, blocked: boolean, blockedReason: string | null, openedAt: string, balance: { amount: string, currency: string }, credit: { amount: string, currency: string } } }
   };

export type DeskWalletQueryVariables = Exact<{
  number: string;
}>;


export type DeskWalletQuery = { deskWallet: { number: string, holder: string, blocked: boolean } | null };

export type DeskTopUpMutationVariables = Exact<{
  input: TopUpWalletInput;
}>;


export type DeskTopUpMutation = { topUpWallet:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TopUpBegun', order: { id: string, number: string, due: { amount: string, currency: string } } }
   };

export type RequestWalletCodeMutationVariables = Exact<{
  input: RequestWalletCodeInput;
}>;


export type RequestWalletCodeMutation = { requestWalletCode:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TooManyAttempts', message: string }
    | { __typename: 'WalletCodeSent', to: string }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const StaffPartsFragmentDoc = new TypedDocumentString(`
    fragment StaffParts on Me {
  id
  firstName
  lastName
  email
  role {
    code
    name
  }
  permissions
  carrier {
    id
    name
  }
  stations {
    id
    name
  }
  secondFactor {
    on
    demanded
    recoveryCodesLeft
  }
}
    `, {"fragmentName":"StaffParts"}) as unknown as TypedDocumentString<StaffPartsFragment, unknown>;
export const AnnouncementPartsFragmentDoc = new TypedDocumentString(`
    fragment AnnouncementParts on Announcement {
  id
  version
  text
  texts {
    ru
    ky
    en
  }
  station {
    id
    name
  }
  startsAt {
    at
    local
  }
  endsAt {
    at
    local
  }
}
    `, {"fragmentName":"AnnouncementParts"}) as unknown as TypedDocumentString<AnnouncementPartsFragment, unknown>;
export const AnnouncementOutcomeFragmentDoc = new TypedDocumentString(`
    fragment AnnouncementOutcome on SaveAnnouncementResult {
  __typename
  ... on AnnouncementSaved {
    announcement {
      ...AnnouncementParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}
    fragment AnnouncementParts on Announcement {
  id
  version
  text
  texts {
    ru
    ky
    en
  }
  station {
    id
    name
  }
  startsAt {
    at
    local
  }
  endsAt {
    at
    local
  }
}`, {"fragmentName":"AnnouncementOutcome"}) as unknown as TypedDocumentString<AnnouncementOutcomeFragment, unknown>;
export const BlankBlockPartsFragmentDoc = new TypedDocumentString(`
    fragment BlankBlockParts on BlankBlock {
  id
  version
  title
  series
  firstNumber
  lastNumber
  next
  note
  issuedAt
  movedAt
  desk {
    id
    sign
    station {
      id
      name
    }
  }
  free: count(state: FREE)
  sold: count(state: SOLD)
  spoilt: count(state: SPOILT)
  lost: count(state: LOST)
}
    `, {"fragmentName":"BlankBlockParts"}) as unknown as TypedDocumentString<BlankBlockPartsFragment, unknown>;
export const BlankPartsFragmentDoc = new TypedDocumentString(`
    fragment BlankParts on Blank {
  id
  number
  state
  orderId
  orderNumber
  soldAt
  note
  changedAt
  changedBy {
    id
    firstName
    lastName
  }
}
    `, {"fragmentName":"BlankParts"}) as unknown as TypedDocumentString<BlankPartsFragment, unknown>;
export const ContractPartsFragmentDoc = new TypedDocumentString(`
    fragment ContractParts on Contract {
  id
  number
  startsOn
  endsOn
  state
  commission {
    kind
    value
  }
  stationFee {
    amount
    currency
  }
  routes {
    route {
      id
      number
      name
    }
    commission {
      kind
      value
    }
  }
  version
}
    `, {"fragmentName":"ContractParts"}) as unknown as TypedDocumentString<ContractPartsFragment, unknown>;
export const CarrierPartsFragmentDoc = new TypedDocumentString(`
    fragment CarrierParts on CarrierRecord {
  id
  code
  name
  names {
    ru
    ky
    en
  }
  phone
  email
  url
  legal {
    name
    inn
    address
    director
    bank
    bankAccount
  }
  taxPercent
  blocked {
    at
    reason
  }
  active
  version
}
    `, {"fragmentName":"CarrierParts"}) as unknown as TypedDocumentString<CarrierPartsFragment, unknown>;
export const CarrierOutcomeFragmentDoc = new TypedDocumentString(`
    fragment CarrierOutcome on ChangeCarrierResult {
  __typename
  ... on CarrierChanged {
    carrier {
      ...CarrierParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}
    fragment CarrierParts on CarrierRecord {
  id
  code
  name
  names {
    ru
    ky
    en
  }
  phone
  email
  url
  legal {
    name
    inn
    address
    director
    bank
    bankAccount
  }
  taxPercent
  blocked {
    at
    reason
  }
  active
  version
}`, {"fragmentName":"CarrierOutcome"}) as unknown as TypedDocumentString<CarrierOutcomeFragment, unknown>;
export const ImpactPartsFragmentDoc = new TypedDocumentString(`
    fragment ImpactParts on ClosureImpact {
  trips
  days {
    date
    trips
    tickets
  }
  orders
  tickets
  ticketsOnSection
  held
  withEmail
  withPhone
  paid {
    amount
    currency
  }
}
    `, {"fragmentName":"ImpactParts"}) as unknown as TypedDocumentString<ImpactPartsFragment, unknown>;
export const ClosurePartsFragmentDoc = new TypedDocumentString(`
    fragment ClosureParts on Closure {
  id
  from {
    id
    name
  }
  to {
    id
    name
  }
  bothWays
  startsAt {
    at
    local
  }
  endsAt {
    at
    local
  }
  reason
  reasons {
    ru
    ky
    en
  }
  state
  liftedAt
  version
}
    `, {"fragmentName":"ClosureParts"}) as unknown as TypedDocumentString<ClosurePartsFragment, unknown>;
export const ClosureOutcomeFragmentDoc = new TypedDocumentString(`
    fragment ClosureOutcome on ChangeClosureResult {
  __typename
  ... on ClosureChanged {
    tripsChanged
    ordersReturned
    closure {
      ...ClosureParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}
    fragment ClosureParts on Closure {
  id
  from {
    id
    name
  }
  to {
    id
    name
  }
  bothWays
  startsAt {
    at
    local
  }
  endsAt {
    at
    local
  }
  reason
  reasons {
    ru
    ky
    en
  }
  state
  liftedAt
  version
}`, {"fragmentName":"ClosureOutcome"}) as unknown as TypedDocumentString<ClosureOutcomeFragment, unknown>;
export const RebookingCallFragmentDoc = new TypedDocumentString(`
    fragment RebookingCall on StopCall {
  departure {
    local
  }
}
    `, {"fragmentName":"RebookingCall"}) as unknown as TypedDocumentString<RebookingCallFragment, unknown>;
export const MoneyPartsFragmentDoc = new TypedDocumentString(`
    fragment MoneyParts on Money {
  amount
  currency
}
    `, {"fragmentName":"MoneyParts"}) as unknown as TypedDocumentString<MoneyPartsFragment, unknown>;
export const WalletPartsFragmentDoc = new TypedDocumentString(`
    fragment WalletParts on Wallet {
  id
  number
  ledgerAccount
  holder
  version
  blocked
  blockedReason
  openedAt
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"WalletParts"}) as unknown as TypedDocumentString<WalletPartsFragment, unknown>;
export const CompanyPartsFragmentDoc = new TypedDocumentString(`
    fragment CompanyParts on Company {
  id
  name
  inn
  address
  contact
  email
  phone
  contractNumber
  contractFrom
  contractTo
  inForce
  discountPercent
  prices {
    route {
      id
      number
      name
    }
    serviceClass
    category
    percent
  }
  termDays
  version
  wallet {
    ...WalletParts
  }
  debt {
    overdue {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment WalletParts on Wallet {
  id
  number
  ledgerAccount
  holder
  version
  blocked
  blockedReason
  openedAt
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
}`, {"fragmentName":"CompanyParts"}) as unknown as TypedDocumentString<CompanyPartsFragment, unknown>;
export const InvoicePartsFragmentDoc = new TypedDocumentString(`
    fragment InvoiceParts on CompanyInvoice {
  id
  number
  kind
  startsOn
  endsOn
  due {
    ...MoneyParts
  }
  dueOn
  issuedAt
  cancelledAt
  cancelledReason
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"InvoiceParts"}) as unknown as TypedDocumentString<InvoicePartsFragment, unknown>;
export const DeskPartsFragmentDoc = new TypedDocumentString(`
    fragment DeskParts on Desk {
  id
  sign
  note
  printer
  paperMm
  register {
    id
    name
  }
  active
  version
}
    `, {"fragmentName":"DeskParts"}) as unknown as TypedDocumentString<DeskPartsFragment, unknown>;
export const DriverPartsFragmentDoc = new TypedDocumentString(`
    fragment DriverParts on Driver {
  id
  name
  lastName
  firstName
  middleName
  phone
  active
  version
  carrier {
    id
    name
  }
}
    `, {"fragmentName":"DriverParts"}) as unknown as TypedDocumentString<DriverPartsFragment, unknown>;
export const ZonedTimePartsFragmentDoc = new TypedDocumentString(`
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
    `, {"fragmentName":"ZonedTimeParts"}) as unknown as TypedDocumentString<ZonedTimePartsFragment, unknown>;
export const ExchangeRidePartsFragmentDoc = new TypedDocumentString(`
    fragment ExchangeRideParts on ExchangeRide {
  title
  trip {
    id
    number
  }
  from {
    sequence
    departure {
      ...ZonedTimeParts
    }
    stop {
      id
      name
      station {
        id
        name
      }
    }
  }
  to {
    sequence
    stop {
      id
      name
      station {
        id
        name
      }
    }
  }
}
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}`, {"fragmentName":"ExchangeRideParts"}) as unknown as TypedDocumentString<ExchangeRidePartsFragment, unknown>;
export const ExchangePartsFragmentDoc = new TypedDocumentString(`
    fragment ExchangeParts on Exchange {
  id
  state
  validUntil
  createdAt
  needsOverrule
  difference {
    ...MoneyParts
  }
  forgone {
    ...MoneyParts
  }
  lines {
    passenger {
      id
      firstName
      lastName
    }
    old {
      ...ExchangeRideParts
    }
    new {
      ...ExchangeRideParts
    }
    paid {
      title
      detail
      amount {
        ...MoneyParts
      }
    }
    explanation {
      title
      detail
      amount {
        ...MoneyParts
      }
    }
    credit {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    price {
      ...MoneyParts
    }
    difference {
      ...MoneyParts
    }
    codeKept
  }
}
    fragment ExchangeRideParts on ExchangeRide {
  title
  trip {
    id
    number
  }
  from {
    sequence
    departure {
      ...ZonedTimeParts
    }
    stop {
      id
      name
      station {
        id
        name
      }
    }
  }
  to {
    sequence
    stop {
      id
      name
      station {
        id
        name
      }
    }
  }
}
fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"ExchangeParts"}) as unknown as TypedDocumentString<ExchangePartsFragment, unknown>;
export const FiscalReceiptPartsFragmentDoc = new TypedDocumentString(`
    fragment FiscalReceiptParts on FiscalReceipt {
  id
  kind
  state
  createdAt
  amount {
    ...MoneyParts
  }
  cash {
    ...MoneyParts
  }
  cashless {
    ...MoneyParts
  }
  offset {
    ...MoneyParts
  }
  problem
  attempts
  cashier
  basis
  settledOn
  marks {
    fnNumber
    fdNumber
    fm
    issuedAt
    shiftNumber
    link
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"FiscalReceiptParts"}) as unknown as TypedDocumentString<FiscalReceiptPartsFragment, unknown>;
export const ListedReceiptPartsFragmentDoc = new TypedDocumentString(`
    fragment ListedReceiptParts on FiscalReceipt {
  ...FiscalReceiptParts
  items {
    name
    quantity
    principal
    principalInn
    taxPercent
    sum {
      ...MoneyParts
    }
    tax {
      ...MoneyParts
    }
  }
  register {
    id
    name
  }
  order {
    id
    number
  }
}
    fragment FiscalReceiptParts on FiscalReceipt {
  id
  kind
  state
  createdAt
  amount {
    ...MoneyParts
  }
  cash {
    ...MoneyParts
  }
  cashless {
    ...MoneyParts
  }
  offset {
    ...MoneyParts
  }
  problem
  attempts
  cashier
  basis
  settledOn
  marks {
    fnNumber
    fdNumber
    fm
    issuedAt
    shiftNumber
    link
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"ListedReceiptParts"}) as unknown as TypedDocumentString<ListedReceiptPartsFragment, unknown>;
export const FiscalRegisterPartsFragmentDoc = new TypedDocumentString(`
    fragment FiscalRegisterParts on FiscalRegister {
  id
  version
  name
  url
  organisation
  inn
  regNumber
  place
  feeTaxPercent
  enabled
  servesAll
  health
  lastOkAt
  lastError
  lastErrorAt
  nextTryAt
  closeAskedAt
  pending
  failed
  shift {
    number
    openedAt
    closesAt
  }
}
    `, {"fragmentName":"FiscalRegisterParts"}) as unknown as TypedDocumentString<FiscalRegisterPartsFragment, unknown>;
export const GatewayPartsFragmentDoc = new TypedDocumentString(`
    fragment GatewayParts on Gateway {
  id
  version
  code
  kind
  name
  names {
    ru
    ky
    en
  }
  enabled
  position
  channels
  currency
  smallest {
    amount
    currency
  }
  largest {
    amount
    currency
  }
  feePercent
  feeFixed {
    amount
    currency
  }
  address
  merchant
  hasSecret
  callbackUrl
  elqr {
    router
    provider
    service
    recipient
    merchant
    mcc
    name
  }
  answeredAt
  failedAt
  failure
  failures
}
    `, {"fragmentName":"GatewayParts"}) as unknown as TypedDocumentString<GatewayPartsFragment, unknown>;
export const GatewayMessagePartsFragmentDoc = new TypedDocumentString(`
    fragment GatewayMessageParts on GatewayMessage {
  id
  at
  lastAt
  times
  about
  outcome
  status
  raw
  trouble
  orderNumber
  gateway {
    id
    code
    name
  }
}
    `, {"fragmentName":"GatewayMessageParts"}) as unknown as TypedDocumentString<GatewayMessagePartsFragment, unknown>;
export const KeptPartsFragmentDoc = new TypedDocumentString(`
    fragment KeptParts on KeptTrip {
  tripId
  number
  departs {
    local
  }
  tickets
}
    `, {"fragmentName":"KeptParts"}) as unknown as TypedDocumentString<KeptPartsFragment, unknown>;
export const HolidayPartsFragmentDoc = new TypedDocumentString(`
    fragment HolidayParts on Holiday {
  date
  version
  name
  names {
    ru
    ky
    en
  }
  nonWorking
  shortenedDay
  certain
  keptByOffice
}
    `, {"fragmentName":"HolidayParts"}) as unknown as TypedDocumentString<HolidayPartsFragment, unknown>;
export const HolidayOutcomeFragmentDoc = new TypedDocumentString(`
    fragment HolidayOutcome on SaveHolidayResult {
  __typename
  ... on HolidaySaved {
    made
    removed
    kept {
      ...KeptParts
    }
    holiday {
      ...HolidayParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}
    fragment HolidayParts on Holiday {
  date
  version
  name
  names {
    ru
    ky
    en
  }
  nonWorking
  shortenedDay
  certain
  keptByOffice
}
fragment KeptParts on KeptTrip {
  tripId
  number
  departs {
    local
  }
  tickets
}`, {"fragmentName":"HolidayOutcome"}) as unknown as TypedDocumentString<HolidayOutcomeFragment, unknown>;
export const JobPartsFragmentDoc = new TypedDocumentString(`
    fragment JobParts on Job {
  id
  kind
  state
  attempts
  runAt
  lastError
  createdAt
  finishedAt
}
    `, {"fragmentName":"JobParts"}) as unknown as TypedDocumentString<JobPartsFragment, unknown>;
export const LayoutRowFragmentDoc = new TypedDocumentString(`
    fragment LayoutRow on Layout {
  id
  code
  name
  vehicleClass
  seatCount
  standingPlaces
  pattern
  version
  edited
  archivedAt
  vehicleCount
  routeCount
}
    `, {"fragmentName":"LayoutRow"}) as unknown as TypedDocumentString<LayoutRowFragment, unknown>;
export const DeckPartsFragmentDoc = new TypedDocumentString(`
    fragment DeckParts on Deck {
  level
  rows
  cols
  cells {
    row
    col
    kind
    note
    seat {
      label
      number
      seatClass
      window
      aisle
      reclining
      facing
      features
    }
  }
}
    `, {"fragmentName":"DeckParts"}) as unknown as TypedDocumentString<DeckPartsFragment, unknown>;
export const LayoutPartsFragmentDoc = new TypedDocumentString(`
    fragment LayoutParts on Layout {
  ...LayoutRow
  nameRu
  nameKy
  nameEn
  notes
  decks {
    ...DeckParts
  }
}
    fragment LayoutRow on Layout {
  id
  code
  name
  vehicleClass
  seatCount
  standingPlaces
  pattern
  version
  edited
  archivedAt
  vehicleCount
  routeCount
}
fragment DeckParts on Deck {
  level
  rows
  cols
  cells {
    row
    col
    kind
    note
    seat {
      label
      number
      seatClass
      window
      aisle
      reclining
      facing
      features
    }
  }
}`, {"fragmentName":"LayoutParts"}) as unknown as TypedDocumentString<LayoutPartsFragment, unknown>;
export const LayoutOutcomeFragmentDoc = new TypedDocumentString(`
    fragment LayoutOutcome on SaveLayoutResult {
  __typename
  ... on LayoutSaved {
    layout {
      ...LayoutParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}
    fragment LayoutRow on Layout {
  id
  code
  name
  vehicleClass
  seatCount
  standingPlaces
  pattern
  version
  edited
  archivedAt
  vehicleCount
  routeCount
}
fragment DeckParts on Deck {
  level
  rows
  cols
  cells {
    row
    col
    kind
    note
    seat {
      label
      number
      seatClass
      window
      aisle
      reclining
      facing
      features
    }
  }
}
fragment LayoutParts on Layout {
  ...LayoutRow
  nameRu
  nameKy
  nameEn
  notes
  decks {
    ...DeckParts
  }
}`, {"fragmentName":"LayoutOutcome"}) as unknown as TypedDocumentString<LayoutOutcomeFragment, unknown>;
export const ManifestEntryPartsFragmentDoc = new TypedDocumentString(`
    fragment ManifestEntryParts on ManifestEntry {
  ticket
  seat
  lastName
  firstName
  middleName
  birthDate
  citizenship
  documentKind
  documentNumber
  baggage
  from {
    sequence
    stop {
      id
      name
      place {
        id
        name
      }
    }
  }
  to {
    sequence
    stop {
      id
      name
      place {
        id
        name
      }
    }
  }
}
    `, {"fragmentName":"ManifestEntryParts"}) as unknown as TypedDocumentString<ManifestEntryPartsFragment, unknown>;
export const ManifestDeliveryPartsFragmentDoc = new TypedDocumentString(`
    fragment ManifestDeliveryParts on ManifestDelivery {
  id
  destination
  state
  attempts
  lastStatus
  deliveredAt
}
    `, {"fragmentName":"ManifestDeliveryParts"}) as unknown as TypedDocumentString<ManifestDeliveryPartsFragment, unknown>;
export const ManifestPartsFragmentDoc = new TypedDocumentString(`
    fragment ManifestParts on Manifest {
  id
  number
  cause
  madeAt
  passengerCount
  entries {
    ...ManifestEntryParts
  }
  changes {
    kind
    formerSeat
    entry {
      ...ManifestEntryParts
    }
  }
  deliveries {
    ...ManifestDeliveryParts
  }
}
    fragment ManifestEntryParts on ManifestEntry {
  ticket
  seat
  lastName
  firstName
  middleName
  birthDate
  citizenship
  documentKind
  documentNumber
  baggage
  from {
    sequence
    stop {
      id
      name
      place {
        id
        name
      }
    }
  }
  to {
    sequence
    stop {
      id
      name
      place {
        id
        name
      }
    }
  }
}
fragment ManifestDeliveryParts on ManifestDelivery {
  id
  destination
  state
  attempts
  lastStatus
  deliveredAt
}`, {"fragmentName":"ManifestParts"}) as unknown as TypedDocumentString<ManifestPartsFragment, unknown>;
export const DestinationPartsFragmentDoc = new TypedDocumentString(`
    fragment DestinationParts on ManifestDestination {
  id
  version
  name
  url
  format
  carrierId
  carrier {
    id
    name
  }
  stationId
  station {
    id
    name
  }
  active
}
    `, {"fragmentName":"DestinationParts"}) as unknown as TypedDocumentString<DestinationPartsFragment, unknown>;
export const PartnerPartsFragmentDoc = new TypedDocumentString(`
    fragment PartnerParts on Partner {
  id
  name
  contact
  keyTail
  introspection
  createdAt
  revokedAt
  usedAt
  ordersLately
}
    `, {"fragmentName":"PartnerParts"}) as unknown as TypedDocumentString<PartnerPartsFragment, unknown>;
export const BoardingPartsFragmentDoc = new TypedDocumentString(`
    fragment BoardingParts on Boarding {
  boarded
  expected
  passengers {
    lineId
    ticket
    blank
    seat
    lastName
    firstName
    documentTail
    boardedAt
    from {
      sequence
      stop {
        id
        name
        place {
          id
          name
        }
      }
    }
    to {
      sequence
      stop {
        id
        name
        place {
          id
          name
        }
      }
    }
  }
}
    `, {"fragmentName":"BoardingParts"}) as unknown as TypedDocumentString<BoardingPartsFragment, unknown>;
export const PermitPartsFragmentDoc = new TypedDocumentString(`
    fragment PermitParts on Permit {
  id
  holder
  holderId
  kind
  number
  issuedOn
  expiresOn
  daysLeft
  note
  version
}
    `, {"fragmentName":"PermitParts"}) as unknown as TypedDocumentString<PermitPartsFragment, unknown>;
export const PrintAnswerFragmentDoc = new TypedDocumentString(`
    fragment PrintAnswer on PrintResult {
  __typename
  ... on PrintoutSent {
    printout {
      state
      problemText
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ShiftNeeded {
    message
  }
}
    `, {"fragmentName":"PrintAnswer"}) as unknown as TypedDocumentString<PrintAnswerFragment, unknown>;
export const PromotionPartsFragmentDoc = new TypedDocumentString(`
    fragment PromotionParts on Promotion {
  id
  version
  code
  names {
    ru
    ky
    en
  }
  percent
  amount {
    amount
    currency
  }
  currency
  minimum {
    amount
    currency
  }
  soldFrom
  soldTo
  travelFrom
  travelTo
  routes {
    id
    number
    name
  }
  carriers {
    id
    name
  }
  usesLimit
  customerLimit
  weekdays
  channels
  categories
  combinable
  budget {
    amount
    currency
  }
  active
  uses {
    orders
    tickets
    takenOff {
      amount
      currency
    }
  }
}
    `, {"fragmentName":"PromotionParts"}) as unknown as TypedDocumentString<PromotionPartsFragment, unknown>;
export const QuotaPartsFragmentDoc = new TypedDocumentString(`
    fragment QuotaParts on SeatQuota {
  id
  version
  ofTrip
  purpose
  seats
  places
  channels
  partner {
    id
    name
  }
  stop {
    id
    name
  }
  reason
  releaseMinutes
}
    `, {"fragmentName":"QuotaParts"}) as unknown as TypedDocumentString<QuotaPartsFragment, unknown>;
export const QuotaOutcomeFragmentDoc = new TypedDocumentString(`
    fragment QuotaOutcome on SaveQuotaResult {
  __typename
  ... on QuotaSaved {
    trips
    quota {
      ...QuotaParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}
    fragment QuotaParts on SeatQuota {
  id
  version
  ofTrip
  purpose
  seats
  places
  channels
  partner {
    id
    name
  }
  stop {
    id
    name
  }
  reason
  releaseMinutes
}`, {"fragmentName":"QuotaOutcome"}) as unknown as TypedDocumentString<QuotaOutcomeFragment, unknown>;
export const MoveCallFragmentDoc = new TypedDocumentString(`
    fragment MoveCall on StopCall {
  sequence
  departure {
    local
  }
  stop {
    id
    name
    place {
      id
      name
    }
  }
}
    `, {"fragmentName":"MoveCall"}) as unknown as TypedDocumentString<MoveCallFragment, unknown>;
export const OfferPartsFragmentDoc = new TypedDocumentString(`
    fragment OfferParts on Refund {
  id
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    explanation
    refunded {
      ...MoneyParts
    }
    byRule {
      withheldOfFare {
        ...MoneyParts
      }
      refunded {
        ...MoneyParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"OfferParts"}) as unknown as TypedDocumentString<OfferPartsFragment, unknown>;
export const OverrulePartsFragmentDoc = new TypedDocumentString(`
    fragment OverruleParts on Overrule {
  id
  orderId
  orderNumber
  state
  reason
  note
  lineCount
  way
  mine
  refunded {
    ...MoneyParts
  }
  beyond {
    ...MoneyParts
  }
  askedAt
  askedBy {
    id
    firstName
    lastName
  }
  decidedAt
  decidedBy {
    id
    firstName
    lastName
  }
  decisionNote
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"OverruleParts"}) as unknown as TypedDocumentString<OverrulePartsFragment, unknown>;
export const RefundRequestPartsFragmentDoc = new TypedDocumentString(`
    fragment RefundRequestParts on RefundRequest {
  id
  orderId
  orderNumber
  state
  reason
  text
  lineIds
  askedAt
  departsAt
  paid {
    ...MoneyParts
  }
  answer
  answeredAt
  answeredBy {
    id
    firstName
    lastName
  }
  documents {
    id
    name
    size
    url
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"RefundRequestParts"}) as unknown as TypedDocumentString<RefundRequestPartsFragment, unknown>;
export const RegistryPartsFragmentDoc = new TypedDocumentString(`
    fragment RegistryParts on Registry {
  id
  method
  methodName
  name
  from
  to
  payments
  paid {
    amount
    currency
  }
  refunds
  returned {
    amount
    currency
  }
  errors {
    line
    code
  }
  differences
  open
  loadedAt
  loadedBy {
    firstName
    lastName
  }
}
    `, {"fragmentName":"RegistryParts"}) as unknown as TypedDocumentString<RegistryPartsFragment, unknown>;
export const RegistryDifferencePartsFragmentDoc = new TypedDocumentString(`
    fragment RegistryDifferenceParts on RegistryDifference {
  id
  kind
  refund
  line
  reference
  orderNumber
  theirs {
    amount
    currency
  }
  ours {
    amount
    currency
  }
  theirFee {
    amount
    currency
  }
  ourFee {
    amount
    currency
  }
  saidAt
  state
  note
  settledAt
  settledBy {
    firstName
    lastName
  }
  registry {
    id
    methodName
    name
  }
}
    `, {"fragmentName":"RegistryDifferenceParts"}) as unknown as TypedDocumentString<RegistryDifferencePartsFragment, unknown>;
export const ReportAskedFragmentDoc = new TypedDocumentString(`
    fragment ReportAsked on ReportDefinition {
  dataSet
  period {
    kind
    from
    to
  }
  columns
  groups {
    column
    part
  }
  measures {
    kind
    column
  }
  filters {
    column
    operator
    values
  }
  sort {
    column
    measure
    descending
  }
  chart
}
    `, {"fragmentName":"ReportAsked"}) as unknown as TypedDocumentString<ReportAskedFragment, unknown>;
export const ReportLineFragmentDoc = new TypedDocumentString(`
    fragment ReportLine on ReportRow {
  level
  currency
  keys {
    value
    text
  }
  measures {
    value
    text
  }
}
    `, {"fragmentName":"ReportLine"}) as unknown as TypedDocumentString<ReportLineFragment, unknown>;
export const RoutePartsFragmentDoc = new TypedDocumentString(`
    fragment RouteParts on RouteRecord {
  id
  version
  number
  name
  names {
    ru
    ky
    en
  }
  carrier {
    id
    name
  }
  kind
  serviceClass
  layoutId
  units
  reserved
  onlineSale
  passportRequired
  amenities
  active
  keptByOffice
}
    `, {"fragmentName":"RouteParts"}) as unknown as TypedDocumentString<RoutePartsFragment, unknown>;
export const CallPartsFragmentDoc = new TypedDocumentString(`
    fragment CallParts on PathCall {
  stop {
    id
    name
    place {
      name
    }
  }
  arrives
  departs
  boarding
  alighting
  metres
  cabotage
}
    `, {"fragmentName":"CallParts"}) as unknown as TypedDocumentString<CallPartsFragment, unknown>;
export const PathPartsFragmentDoc = new TypedDocumentString(`
    fragment PathParts on PathRecord {
  id
  version
  active
  stops {
    ...CallParts
  }
}
    fragment CallParts on PathCall {
  stop {
    id
    name
    place {
      name
    }
  }
  arrives
  departs
  boarding
  alighting
  metres
  cabotage
}`, {"fragmentName":"PathParts"}) as unknown as TypedDocumentString<PathPartsFragment, unknown>;
export const DeparturePartsFragmentDoc = new TypedDocumentString(`
    fragment DepartureParts on DepartureRecord {
  id
  version
  number
  startsAt
  weekdays
  firstDate
  lastDate
  exceptions {
    date
    runs
  }
  onHolidays
  pathId
  calls {
    stop {
      id
      name
      place {
        id
        name
      }
    }
  }
  platformId
  vehicle {
    id
    plate
    make
  }
  saleOpensDays
  saleClosesMinutes
  active
}
    `, {"fragmentName":"DepartureParts"}) as unknown as TypedDocumentString<DeparturePartsFragment, unknown>;
export const PriceListPartsFragmentDoc = new TypedDocumentString(`
    fragment PriceListParts on PriceListRecord {
  id
  version
  name
  firstDate
  lastDate
  weekdays
  currency
  seatClass
  prices {
    fromId
    toId
    price {
      amount
      currency
    }
  }
  active
}
    `, {"fragmentName":"PriceListParts"}) as unknown as TypedDocumentString<PriceListPartsFragment, unknown>;
export const ClashPartsFragmentDoc = new TypedDocumentString(`
    fragment ClashParts on VehicleClash {
  routeId
  number
  departs {
    at
    local
  }
  days
}
    `, {"fragmentName":"ClashParts"}) as unknown as TypedDocumentString<ClashPartsFragment, unknown>;
export const SaleCallPartsFragmentDoc = new TypedDocumentString(`
    fragment SaleCallParts on StopCall {
  sequence
  platform
  arrival {
    local
  }
  departure {
    local
  }
  stop {
    id
    name
    station {
      id
      name
    }
  }
}
    `, {"fragmentName":"SaleCallParts"}) as unknown as TypedDocumentString<SaleCallPartsFragment, unknown>;
export const SaleOrderPartsFragmentDoc = new TypedDocumentString(`
    fragment SaleOrderParts on Order {
  id
  number
  status
  holdUntil
  readyToPay
  ticketsPdfUrl
  total {
    ...MoneyParts
  }
  due {
    ...MoneyParts
  }
  explanation {
    kind
    title
    detail
    amount {
      ...MoneyParts
    }
  }
  ancillaryOptions {
    code
    name
    detail
    maxCount
    price {
      ...MoneyParts
    }
  }
  passengers {
    id
    lastName
    firstName
    category {
      code
      name
      condition
      proofRequired
    }
    total {
      ...MoneyParts
    }
  }
  segments {
    index
    from {
      ...SaleCallParts
    }
    to {
      ...SaleCallParts
    }
    trip {
      id
      number
      destination
    }
    lines {
      id
      kind
      seat
      passenger {
        id
      }
    }
  }
}
    fragment SaleCallParts on StopCall {
  sequence
  platform
  arrival {
    local
  }
  departure {
    local
  }
  stop {
    id
    name
    station {
      id
      name
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"SaleOrderParts"}) as unknown as TypedDocumentString<SaleOrderPartsFragment, unknown>;
export const RecoveryCodesOutcomeFragmentDoc = new TypedDocumentString(`
    fragment RecoveryCodesOutcome on RecoveryCodesResult {
  __typename
  ... on RecoveryCodes {
    recoveryCodes
  }
  ... on InvalidInput {
    message
    fields {
      message
    }
  }
  ... on TooManyAttempts {
    message
  }
}
    `, {"fragmentName":"RecoveryCodesOutcome"}) as unknown as TypedDocumentString<RecoveryCodesOutcomeFragment, unknown>;
export const SettlementPartsFragmentDoc = new TypedDocumentString(`
    fragment SettlementParts on Settlement {
  id
  number
  carrier {
    id
    name
  }
  currency
  startsOn
  endsOn
  state
  figures {
    opening {
      amount
      currency
    }
    soldCount
    sold {
      amount
      currency
    }
    returnedCount
    returned {
      amount
      currency
    }
    exchanged {
      amount
      currency
    }
    handedOver {
      amount
      currency
    }
    commission {
      amount
      currency
    }
    stationFee {
      amount
      currency
    }
    withheld {
      amount
      currency
    }
    corrected {
      amount
      currency
    }
    paidBefore {
      amount
      currency
    }
    closing {
      amount
      currency
    }
  }
  paid {
    amount
    currency
  }
  due {
    amount
    currency
  }
}
    `, {"fragmentName":"SettlementParts"}) as unknown as TypedDocumentString<SettlementPartsFragment, unknown>;
export const PostingPartsFragmentDoc = new TypedDocumentString(`
    fragment PostingParts on LedgerPosting {
  id
  kind
  at
  madeAt
  madeBy {
    firstName
    lastName
  }
  reason
  document
  orderNumber
  lines {
    account {
      code
      name
    }
    amount {
      amount
      currency
    }
  }
  reversal
  reversed
  reversible
}
    `, {"fragmentName":"PostingParts"}) as unknown as TypedDocumentString<PostingPartsFragment, unknown>;
export const ShiftPartsFragmentDoc = new TypedDocumentString(`
    fragment ShiftParts on Shift {
  id
  number
  openedAt
  closedAt
  closingNote
  blanks {
    state
    count
    ranges
  }
  desk {
    id
    sign
    printer
    station {
      id
      name
    }
  }
  totals {
    currency
    float {
      ...MoneyParts
    }
    soldForCash {
      ...MoneyParts
    }
    soldByCard {
      ...MoneyParts
    }
    saleCount
    returnedInCash {
      ...MoneyParts
    }
    returnedByCard {
      ...MoneyParts
    }
    returnCount
    putIn {
      ...MoneyParts
    }
    takenOut {
      ...MoneyParts
    }
    collected {
      ...MoneyParts
    }
    difference {
      ...MoneyParts
    }
    inTill {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"ShiftParts"}) as unknown as TypedDocumentString<ShiftPartsFragment, unknown>;
export const CashOperationPartsFragmentDoc = new TypedDocumentString(`
    fragment CashOperationParts on CashOperation {
  id
  position
  kind
  tender
  note
  at
  orderNumber
  amount {
    ...MoneyParts
  }
  balance {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"CashOperationParts"}) as unknown as TypedDocumentString<CashOperationPartsFragment, unknown>;
export const RolePartsFragmentDoc = new TypedDocumentString(`
    fragment RoleParts on Role {
  code
  name
  nameRu
  nameKy
  nameEn
  permissions
  everything
  secondFactor
  version
}
    `, {"fragmentName":"RoleParts"}) as unknown as TypedDocumentString<RolePartsFragment, unknown>;
export const MemberPartsFragmentDoc = new TypedDocumentString(`
    fragment MemberParts on StaffMember {
  id
  firstName
  lastName
  email
  blockedAt
  invitedAt
  lastSeenAt
  secondFactor
  version
  role {
    code
    name
  }
  carrier {
    id
    name
  }
  stations {
    id
    name
  }
  desks {
    id
    sign
  }
}
    `, {"fragmentName":"MemberParts"}) as unknown as TypedDocumentString<MemberPartsFragment, unknown>;
export const StaffOutcomeFragmentDoc = new TypedDocumentString(`
    fragment StaffOutcome on ChangeStaffResult {
  __typename
  ... on StaffChanged {
    member {
      ...MemberParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}
    fragment MemberParts on StaffMember {
  id
  firstName
  lastName
  email
  blockedAt
  invitedAt
  lastSeenAt
  secondFactor
  version
  role {
    code
    name
  }
  carrier {
    id
    name
  }
  stations {
    id
    name
  }
  desks {
    id
    sign
  }
}`, {"fragmentName":"StaffOutcome"}) as unknown as TypedDocumentString<StaffOutcomeFragment, unknown>;
export const StationPartsFragmentDoc = new TypedDocumentString(`
    fragment StationParts on StationRecord {
  id
  code
  name
  names {
    ru
    ky
    en
  }
  kind
  place {
    id
    name
  }
  timeZone
  latitude
  longitude
  phone
  address {
    ru
    ky
    en
  }
  openingHours {
    weekday
    opens
    closes
  }
  active
  keptByOffice
  version
}
    `, {"fragmentName":"StationParts"}) as unknown as TypedDocumentString<StationPartsFragment, unknown>;
export const PlatformPartsFragmentDoc = new TypedDocumentString(`
    fragment PlatformParts on PlatformRecord {
  id
  sign
  active
  departures
  version
}
    `, {"fragmentName":"PlatformParts"}) as unknown as TypedDocumentString<PlatformPartsFragment, unknown>;
export const PlaceRecordPartsFragmentDoc = new TypedDocumentString(`
    fragment PlaceRecordParts on PlaceRecord {
  id
  name
  names {
    ru
    ky
    en
  }
  latitude
  longitude
  stationCount
  version
}
    `, {"fragmentName":"PlaceRecordParts"}) as unknown as TypedDocumentString<PlaceRecordPartsFragment, unknown>;
export const TariffRulePartsFragmentDoc = new TypedDocumentString(`
    fragment TariffRuleParts on TariffRule {
  code
  series
  version
  kind
  state
  name
  names {
    ru
    ky
    en
  }
  conditions {
    ru
    ky
    en
  }
  scopes
  carrier {
    id
    name
  }
  routes {
    id
    number
    name
  }
  channels
  validFrom
  validTo
  keptByOffice
  category
  percentOff
  ageFrom
  ageTo
  ownSeat
  quotaPerTrip
  seasonFrom
  seasonTo
  minGroup
  proofRequired
  amount {
    amount
    currency
  }
  maxCount
  ofStation
  percent
  most {
    amount
    currency
  }
  minutesBefore
  seatClass
  step {
    amount
    currency
  }
  demand {
    occupancy {
      from
      percent
    }
    ahead {
      from
      percent
    }
    floor
    ceiling
  }
}
    `, {"fragmentName":"TariffRuleParts"}) as unknown as TypedDocumentString<TariffRulePartsFragment, unknown>;
export const TariffRuleOutcomeFragmentDoc = new TypedDocumentString(`
    fragment TariffRuleOutcome on SaveTariffRuleResult {
  __typename
  ... on TariffRuleSaved {
    rule {
      ...TariffRuleParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}
    fragment TariffRuleParts on TariffRule {
  code
  series
  version
  kind
  state
  name
  names {
    ru
    ky
    en
  }
  conditions {
    ru
    ky
    en
  }
  scopes
  carrier {
    id
    name
  }
  routes {
    id
    number
    name
  }
  channels
  validFrom
  validTo
  keptByOffice
  category
  percentOff
  ageFrom
  ageTo
  ownSeat
  quotaPerTrip
  seasonFrom
  seasonTo
  minGroup
  proofRequired
  amount {
    amount
    currency
  }
  maxCount
  ofStation
  percent
  most {
    amount
    currency
  }
  minutesBefore
  seatClass
  step {
    amount
    currency
  }
  demand {
    occupancy {
      from
      percent
    }
    ahead {
      from
      percent
    }
    floor
    ceiling
  }
}`, {"fragmentName":"TariffRuleOutcome"}) as unknown as TypedDocumentString<TariffRuleOutcomeFragment, unknown>;
export const TerminalRequestPartsFragmentDoc = new TypedDocumentString(`
    fragment TerminalRequestParts on TerminalRequest {
  id
  at
  address
  raw
  command
  txn
  account
  outcome
  result
  status
  answer
  took
  trouble
  network {
    id
    code
    name
  }
}
    `, {"fragmentName":"TerminalRequestParts"}) as unknown as TypedDocumentString<TerminalRequestPartsFragment, unknown>;
export const TerminalNetworkPartsFragmentDoc = new TypedDocumentString(`
    fragment TerminalNetworkParts on TerminalNetwork {
  id
  version
  code
  name
  names {
    ru
    ky
    en
  }
  url
  enabled
  login
  addresses
  currency
  smallest {
    amount
    currency
  }
  largest {
    amount
    currency
  }
  tolerance {
    amount
    currency
  }
  feePercent
  results {
    outcome
    number
  }
  sumForm
  cancels
  tellsStatus
  lastRequest {
    id
    at
    outcome
    status
  }
  lastTrouble {
    id
    at
    outcome
    status
  }
}
    `, {"fragmentName":"TerminalNetworkParts"}) as unknown as TypedDocumentString<TerminalNetworkPartsFragment, unknown>;
export const ConsequencePartsFragmentDoc = new TypedDocumentString(`
    fragment ConsequenceParts on TripConsequences {
  orders
  passengers
  held
  withEmail
  withPhone
  paid {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"ConsequenceParts"}) as unknown as TypedDocumentString<ConsequencePartsFragment, unknown>;
export const CrewPartsFragmentDoc = new TypedDocumentString(`
    fragment CrewParts on TripCrew {
  objections {
    message
  }
  leftOut {
    vehicle {
      id
      plate
      make
    }
    objections {
      message
    }
  }
  version
  vehicle {
    id
    plate
    make
  }
  drivers {
    id
    name
    phone
  }
}
    `, {"fragmentName":"CrewParts"}) as unknown as TypedDocumentString<CrewPartsFragment, unknown>;
export const StaffCallPartsFragmentDoc = new TypedDocumentString(`
    fragment StaffCallParts on StopCall {
  sequence
  platform
  platformChoices
  skipped
  boarding
  alighting
  distanceKm
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    station {
      id
      name
    }
  }
}
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}`, {"fragmentName":"StaffCallParts"}) as unknown as TypedDocumentString<StaffCallPartsFragment, unknown>;
export const StaffTripPartsFragmentDoc = new TypedDocumentString(`
    fragment StaffTripParts on Trip {
  id
  number
  destination
  state
  serviceDate
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
  }
  carrier {
    id
    name
    phone
  }
  vehicle {
    name
    vehicleClass
    seatCount
  }
}
    `, {"fragmentName":"StaffTripParts"}) as unknown as TypedDocumentString<StaffTripPartsFragment, unknown>;
export const TripOutcomeFragmentDoc = new TypedDocumentString(`
    fragment TripOutcome on ChangeTripResult {
  __typename
  ... on TripChanged {
    messages
    ordersReturned
    trip {
      id
      state
      delayMinutes
      saleClosed
      roadClosed
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
}
    `, {"fragmentName":"TripOutcome"}) as unknown as TypedDocumentString<TripOutcomeFragment, unknown>;
export const VehiclePartsFragmentDoc = new TypedDocumentString(`
    fragment VehicleParts on Vehicle {
  id
  plate
  make
  year
  vehicleClass
  layoutId
  layoutName
  seatCount
  amenities
  baggagePlaces
  wheelchairPlaces
  active
  version
  carrier {
    id
    name
  }
}
    `, {"fragmentName":"VehicleParts"}) as unknown as TypedDocumentString<VehiclePartsFragment, unknown>;
export const StaffSignInDocument = new TypedDocumentString(`
    mutation StaffSignIn($login: String!, $password: String!, $secondFactor: String) {
  signIn(
    input: {login: $login, password: $password, kind: STAFF, secondFactor: $secondFactor}
  ) {
    __typename
    ... on SignedIn {
      accessToken
      expiresAt
      me {
        ...StaffParts
      }
    }
    ... on TooManyAttempts {
      retryAfterSeconds
    }
    ... on SecondFactorNeeded {
      wrong
      message
    }
  }
}
    fragment StaffParts on Me {
  id
  firstName
  lastName
  email
  role {
    code
    name
  }
  permissions
  carrier {
    id
    name
  }
  stations {
    id
    name
  }
  secondFactor {
    on
    demanded
    recoveryCodesLeft
  }
}`) as unknown as TypedDocumentString<StaffSignInMutation, StaffSignInMutationVariables>;
export const StaffRefreshDocument = new TypedDocumentString(`
    mutation StaffRefresh {
  refreshSession(input: {kind: STAFF}) {
    __typename
    ... on SignedIn {
      accessToken
      expiresAt
      me {
        ...StaffParts
      }
    }
  }
}
    fragment StaffParts on Me {
  id
  firstName
  lastName
  email
  role {
    code
    name
  }
  permissions
  carrier {
    id
    name
  }
  stations {
    id
    name
  }
  secondFactor {
    on
    demanded
    recoveryCodesLeft
  }
}`) as unknown as TypedDocumentString<StaffRefreshMutation, StaffRefreshMutationVariables>;
export const StaffSignOutDocument = new TypedDocumentString(`
    mutation StaffSignOut {
  signOut(kind: STAFF) {
    ok
  }
}
    `) as unknown as TypedDocumentString<StaffSignOutMutation, StaffSignOutMutationVariables>;
export const SiteDocument = new TypedDocumentString(`
    query Site {
  site {
    name
    today
    timeZone
    demonstration
  }
}
    `) as unknown as TypedDocumentString<SiteQuery, SiteQueryVariables>;
export const AnnouncementListDocument = new TypedDocumentString(`
    query AnnouncementList($stationId: ID, $past: Boolean!, $sort: AnnouncementSort = ADDED, $direction: SortDirection = DESC, $after: String) {
  announcementList(
    stationId: $stationId
    past: $past
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...AnnouncementParts
    }
  }
}
    fragment AnnouncementParts on Announcement {
  id
  version
  text
  texts {
    ru
    ky
    en
  }
  station {
    id
    name
  }
  startsAt {
    at
    local
  }
  endsAt {
    at
    local
  }
}`) as unknown as TypedDocumentString<AnnouncementListQuery, AnnouncementListQueryVariables>;
export const AnnouncementStationsDocument = new TypedDocumentString(`
    query AnnouncementStations {
  stations(first: 200) {
    id
    name
    timeZone
  }
}
    `) as unknown as TypedDocumentString<AnnouncementStationsQuery, AnnouncementStationsQueryVariables>;
export const SaveAnnouncementDocument = new TypedDocumentString(`
    mutation SaveAnnouncement($input: SaveAnnouncementInput!) {
  saveAnnouncement(input: $input) {
    ...AnnouncementOutcome
  }
}
    fragment AnnouncementParts on Announcement {
  id
  version
  text
  texts {
    ru
    ky
    en
  }
  station {
    id
    name
  }
  startsAt {
    at
    local
  }
  endsAt {
    at
    local
  }
}
fragment AnnouncementOutcome on SaveAnnouncementResult {
  __typename
  ... on AnnouncementSaved {
    announcement {
      ...AnnouncementParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<SaveAnnouncementMutation, SaveAnnouncementMutationVariables>;
export const WithdrawAnnouncementDocument = new TypedDocumentString(`
    mutation WithdrawAnnouncement($input: WithdrawAnnouncementInput!) {
  withdrawAnnouncement(input: $input) {
    ...AnnouncementOutcome
  }
}
    fragment AnnouncementParts on Announcement {
  id
  version
  text
  texts {
    ru
    ky
    en
  }
  station {
    id
    name
  }
  startsAt {
    at
    local
  }
  endsAt {
    at
    local
  }
}
fragment AnnouncementOutcome on SaveAnnouncementResult {
  __typename
  ... on AnnouncementSaved {
    announcement {
      ...AnnouncementParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<WithdrawAnnouncementMutation, WithdrawAnnouncementMutationVariables>;
export const AuditEntriesDocument = new TypedDocumentString(`
    query AuditEntries($filter: AuditFilterInput, $sort: AuditSort = AT, $direction: SortDirection = DESC, $after: String) {
  auditEntries(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      at
      action
      subjectKind
      subjectId
      subjectName
      address
      before
      after
      staff {
        id
        firstName
        lastName
        email
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AuditEntriesQuery, AuditEntriesQueryVariables>;
export const BlankBlocksDocument = new TypedDocumentString(`
    query BlankBlocks($filter: BlankBlockFilterInput, $sort: BlankBlockSort!, $direction: SortDirection!, $after: String) {
  blankBlocks(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    nodes {
      ...BlankBlockParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment BlankBlockParts on BlankBlock {
  id
  version
  title
  series
  firstNumber
  lastNumber
  next
  note
  issuedAt
  movedAt
  desk {
    id
    sign
    station {
      id
      name
    }
  }
  free: count(state: FREE)
  sold: count(state: SOLD)
  spoilt: count(state: SPOILT)
  lost: count(state: LOST)
}`) as unknown as TypedDocumentString<BlankBlocksQuery, BlankBlocksQueryVariables>;
export const BlankBlockPageDocument = new TypedDocumentString(`
    query BlankBlockPage($id: ID!) {
  blankBlock(id: $id) {
    ...BlankBlockParts
    issuedBy {
      id
      firstName
      lastName
    }
    blanks {
      ...BlankParts
    }
  }
}
    fragment BlankBlockParts on BlankBlock {
  id
  version
  title
  series
  firstNumber
  lastNumber
  next
  note
  issuedAt
  movedAt
  desk {
    id
    sign
    station {
      id
      name
    }
  }
  free: count(state: FREE)
  sold: count(state: SOLD)
  spoilt: count(state: SPOILT)
  lost: count(state: LOST)
}
fragment BlankParts on Blank {
  id
  number
  state
  orderId
  orderNumber
  soldAt
  note
  changedAt
  changedBy {
    id
    firstName
    lastName
  }
}`) as unknown as TypedDocumentString<BlankBlockPageQuery, BlankBlockPageQueryVariables>;
export const DeskBlankBlocksDocument = new TypedDocumentString(`
    query DeskBlankBlocks {
  deskBlankBlocks {
    ...BlankBlockParts
  }
}
    fragment BlankBlockParts on BlankBlock {
  id
  version
  title
  series
  firstNumber
  lastNumber
  next
  note
  issuedAt
  movedAt
  desk {
    id
    sign
    station {
      id
      name
    }
  }
  free: count(state: FREE)
  sold: count(state: SOLD)
  spoilt: count(state: SPOILT)
  lost: count(state: LOST)
}`) as unknown as TypedDocumentString<DeskBlankBlocksQuery, DeskBlankBlocksQueryVariables>;
export const PaperTripsDocument = new TypedDocumentString(`
    query PaperTrips($filter: TripFilterInput!) {
  trips(filter: $filter, sort: DEPARTURE, direction: ASC, first: 100) {
    nodes {
      id
      number
      destination
      state
      reservedSeating
      calls {
        sequence
        boarding
        alighting
        departure {
          local
        }
        stop {
          id
          name
          station {
            id
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PaperTripsQuery, PaperTripsQueryVariables>;
export const PaperCategoriesDocument = new TypedDocumentString(`
    query PaperCategories {
  passengerCategories {
    code
    name
    needsSeat
  }
}
    `) as unknown as TypedDocumentString<PaperCategoriesQuery, PaperCategoriesQueryVariables>;
export const IssueBlanksDocument = new TypedDocumentString(`
    mutation IssueBlanks($input: IssueBlanksInput!) {
  issueBlanks(input: $input) {
    __typename
    ... on BlanksIssued {
      block {
        ...BlankBlockParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment BlankBlockParts on BlankBlock {
  id
  version
  title
  series
  firstNumber
  lastNumber
  next
  note
  issuedAt
  movedAt
  desk {
    id
    sign
    station {
      id
      name
    }
  }
  free: count(state: FREE)
  sold: count(state: SOLD)
  spoilt: count(state: SPOILT)
  lost: count(state: LOST)
}`) as unknown as TypedDocumentString<IssueBlanksMutation, IssueBlanksMutationVariables>;
export const MoveBlanksDocument = new TypedDocumentString(`
    mutation MoveBlanks($input: MoveBlanksInput!) {
  moveBlanks(input: $input) {
    __typename
    ... on BlanksMoved {
      block {
        ...BlankBlockParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment BlankBlockParts on BlankBlock {
  id
  version
  title
  series
  firstNumber
  lastNumber
  next
  note
  issuedAt
  movedAt
  desk {
    id
    sign
    station {
      id
      name
    }
  }
  free: count(state: FREE)
  sold: count(state: SOLD)
  spoilt: count(state: SPOILT)
  lost: count(state: LOST)
}`) as unknown as TypedDocumentString<MoveBlanksMutation, MoveBlanksMutationVariables>;
export const MarkBlankDocument = new TypedDocumentString(`
    mutation MarkBlank($input: MarkBlankInput!) {
  markBlank(input: $input) {
    __typename
    ... on BlankMarked {
      blank {
        ...BlankParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment BlankParts on Blank {
  id
  number
  state
  orderId
  orderNumber
  soldAt
  note
  changedAt
  changedBy {
    id
    firstName
    lastName
  }
}`) as unknown as TypedDocumentString<MarkBlankMutation, MarkBlankMutationVariables>;
export const EnterBlankDocument = new TypedDocumentString(`
    mutation EnterBlank($input: EnterBlankInput!) {
  enterBlank(input: $input) {
    __typename
    ... on BlankEntered {
      blank {
        ...BlankParts
      }
      order {
        id
        number
        total {
          ...MoneyParts
        }
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ShiftNeeded {
      message
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    fragment BlankParts on Blank {
  id
  number
  state
  orderId
  orderNumber
  soldAt
  note
  changedAt
  changedBy {
    id
    firstName
    lastName
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<EnterBlankMutation, EnterBlankMutationVariables>;
export const CarrierRecordsDocument = new TypedDocumentString(`
    query CarrierRecords($filter: CarrierFilterInput, $sort: CarrierSort = NAME, $direction: SortDirection = ASC, $after: String) {
  carrierRecords(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...CarrierParts
      vehicleCount
      contracts {
        id
        number
        state
      }
    }
  }
}
    fragment CarrierParts on CarrierRecord {
  id
  code
  name
  names {
    ru
    ky
    en
  }
  phone
  email
  url
  legal {
    name
    inn
    address
    director
    bank
    bankAccount
  }
  taxPercent
  blocked {
    at
    reason
  }
  active
  version
}`) as unknown as TypedDocumentString<CarrierRecordsQuery, CarrierRecordsQueryVariables>;
export const CarrierRecordDocument = new TypedDocumentString(`
    query CarrierRecord($id: ID!) {
  carrierRecord(id: $id) {
    ...CarrierParts
    vehicleCount
    tripsAhead
    routes {
      id
      number
      name
    }
    contracts {
      ...ContractParts
    }
    permits {
      ...PermitParts
    }
  }
}
    fragment CarrierParts on CarrierRecord {
  id
  code
  name
  names {
    ru
    ky
    en
  }
  phone
  email
  url
  legal {
    name
    inn
    address
    director
    bank
    bankAccount
  }
  taxPercent
  blocked {
    at
    reason
  }
  active
  version
}
fragment ContractParts on Contract {
  id
  number
  startsOn
  endsOn
  state
  commission {
    kind
    value
  }
  stationFee {
    amount
    currency
  }
  routes {
    route {
      id
      number
      name
    }
    commission {
      kind
      value
    }
  }
  version
}
fragment PermitParts on Permit {
  id
  holder
  holderId
  kind
  number
  issuedOn
  expiresOn
  daysLeft
  note
  version
}`) as unknown as TypedDocumentString<CarrierRecordQuery, CarrierRecordQueryVariables>;
export const ContractShareDocument = new TypedDocumentString(`
    query ContractShare($carrier: ID!, $fare: Decimal!, $route: ID) {
  carrierRecord(id: $carrier) {
    id
    contracts {
      id
      share(fare: $fare, routeId: $route) {
        stationFee {
          amount
          currency
        }
        commission {
          amount
          currency
        }
        carrier {
          amount
          currency
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ContractShareQuery, ContractShareQueryVariables>;
export const SaveCarrierDocument = new TypedDocumentString(`
    mutation SaveCarrier($input: SaveCarrierInput!) {
  saveCarrier(input: $input) {
    ...CarrierOutcome
  }
}
    fragment CarrierParts on CarrierRecord {
  id
  code
  name
  names {
    ru
    ky
    en
  }
  phone
  email
  url
  legal {
    name
    inn
    address
    director
    bank
    bankAccount
  }
  taxPercent
  blocked {
    at
    reason
  }
  active
  version
}
fragment CarrierOutcome on ChangeCarrierResult {
  __typename
  ... on CarrierChanged {
    carrier {
      ...CarrierParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<SaveCarrierMutation, SaveCarrierMutationVariables>;
export const BlockCarrierDocument = new TypedDocumentString(`
    mutation BlockCarrier($input: BlockCarrierInput!) {
  blockCarrier(input: $input) {
    ...CarrierOutcome
  }
}
    fragment CarrierParts on CarrierRecord {
  id
  code
  name
  names {
    ru
    ky
    en
  }
  phone
  email
  url
  legal {
    name
    inn
    address
    director
    bank
    bankAccount
  }
  taxPercent
  blocked {
    at
    reason
  }
  active
  version
}
fragment CarrierOutcome on ChangeCarrierResult {
  __typename
  ... on CarrierChanged {
    carrier {
      ...CarrierParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<BlockCarrierMutation, BlockCarrierMutationVariables>;
export const SaveContractDocument = new TypedDocumentString(`
    mutation SaveContract($input: SaveContractInput!) {
  saveContract(input: $input) {
    __typename
    ... on ContractSaved {
      contract {
        ...ContractParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment ContractParts on Contract {
  id
  number
  startsOn
  endsOn
  state
  commission {
    kind
    value
  }
  stationFee {
    amount
    currency
  }
  routes {
    route {
      id
      number
      name
    }
    commission {
      kind
      value
    }
  }
  version
}`) as unknown as TypedDocumentString<SaveContractMutation, SaveContractMutationVariables>;
export const ClosuresDocument = new TypedDocumentString(`
    query Closures($past: Boolean!, $sort: ClosureSort = STARTS, $direction: SortDirection = DESC, $after: String) {
  closures(
    past: $past
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ClosureParts
    }
  }
}
    fragment ClosureParts on Closure {
  id
  from {
    id
    name
  }
  to {
    id
    name
  }
  bothWays
  startsAt {
    at
    local
  }
  endsAt {
    at
    local
  }
  reason
  reasons {
    ru
    ky
    en
  }
  state
  liftedAt
  version
}`) as unknown as TypedDocumentString<ClosuresQuery, ClosuresQueryVariables>;
export const ClosureDocument = new TypedDocumentString(`
    query Closure($id: ID!) {
  closure(id: $id) {
    ...ClosureParts
    impact {
      ...ImpactParts
    }
    returns {
      waiting
      done
      failed
    }
    rebookings {
      waiting
      done
      failed
      moved
      behind
    }
  }
}
    fragment ClosureParts on Closure {
  id
  from {
    id
    name
  }
  to {
    id
    name
  }
  bothWays
  startsAt {
    at
    local
  }
  endsAt {
    at
    local
  }
  reason
  reasons {
    ru
    ky
    en
  }
  state
  liftedAt
  version
}
fragment ImpactParts on ClosureImpact {
  trips
  days {
    date
    trips
    tickets
  }
  orders
  tickets
  ticketsOnSection
  held
  withEmail
  withPhone
  paid {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<ClosureQuery, ClosureQueryVariables>;
export const ClosureImpactDocument = new TypedDocumentString(`
    query ClosureImpact($section: ClosedSectionInput!) {
  closureImpact(section: $section) {
    __typename
    ... on ClosureImpact {
      ...ImpactParts
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
  }
}
    fragment ImpactParts on ClosureImpact {
  trips
  days {
    date
    trips
    tickets
  }
  orders
  tickets
  ticketsOnSection
  held
  withEmail
  withPhone
  paid {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<ClosureImpactQuery, ClosureImpactQueryVariables>;
export const ClosureTicketsDocument = new TypedDocumentString(`
    query ClosureTickets($id: ID!, $sort: ClosureTicketSort = DEPARTURE, $direction: SortDirection = ASC, $after: String) {
  closureTickets(
    id: $id
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      orderId
      orderNumber
      phone
      email
      onSection
      line {
        id
        state
        seat
        price {
          amount
          currency
        }
      }
      passenger {
        id
        firstName
        lastName
      }
      trip {
        id
        number
      }
      from {
        stop {
          id
          name
          place {
            id
            name
          }
        }
        departure {
          local
        }
      }
      to {
        stop {
          id
          name
          place {
            id
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClosureTicketsQuery, ClosureTicketsQueryVariables>;
export const SectionEndsDocument = new TypedDocumentString(`
    query SectionEnds($query: String!) {
  places(query: $query, first: 12) {
    id
    name
    kind
    detail
  }
}
    `) as unknown as TypedDocumentString<SectionEndsQuery, SectionEndsQueryVariables>;
export const SaveClosureDocument = new TypedDocumentString(`
    mutation SaveClosure($input: SaveClosureInput!) {
  saveClosure(input: $input) {
    ...ClosureOutcome
  }
}
    fragment ClosureParts on Closure {
  id
  from {
    id
    name
  }
  to {
    id
    name
  }
  bothWays
  startsAt {
    at
    local
  }
  endsAt {
    at
    local
  }
  reason
  reasons {
    ru
    ky
    en
  }
  state
  liftedAt
  version
}
fragment ClosureOutcome on ChangeClosureResult {
  __typename
  ... on ClosureChanged {
    tripsChanged
    ordersReturned
    closure {
      ...ClosureParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<SaveClosureMutation, SaveClosureMutationVariables>;
export const LiftClosureDocument = new TypedDocumentString(`
    mutation LiftClosure($input: LiftClosureInput!) {
  liftClosure(input: $input) {
    ...ClosureOutcome
  }
}
    fragment ClosureParts on Closure {
  id
  from {
    id
    name
  }
  to {
    id
    name
  }
  bothWays
  startsAt {
    at
    local
  }
  endsAt {
    at
    local
  }
  reason
  reasons {
    ru
    ky
    en
  }
  state
  liftedAt
  version
}
fragment ClosureOutcome on ChangeClosureResult {
  __typename
  ... on ClosureChanged {
    tripsChanged
    ordersReturned
    closure {
      ...ClosureParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<LiftClosureMutation, LiftClosureMutationVariables>;
export const RefundClosureDocument = new TypedDocumentString(`
    mutation RefundClosure($input: RefundClosureInput!) {
  refundClosure(input: $input) {
    ...ClosureOutcome
  }
}
    fragment ClosureParts on Closure {
  id
  from {
    id
    name
  }
  to {
    id
    name
  }
  bothWays
  startsAt {
    at
    local
  }
  endsAt {
    at
    local
  }
  reason
  reasons {
    ru
    ky
    en
  }
  state
  liftedAt
  version
}
fragment ClosureOutcome on ChangeClosureResult {
  __typename
  ... on ClosureChanged {
    tripsChanged
    ordersReturned
    closure {
      ...ClosureParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<RefundClosureMutation, RefundClosureMutationVariables>;
export const RebookingPlanDocument = new TypedDocumentString(`
    query RebookingPlan($id: ID!, $days: Int!, $otherClass: Boolean!, $choices: [RebookingChoiceInput!]!) {
  rebookingPlan(
    closureId: $id
    days: $days
    otherClass: $otherClass
    choices: $choices
  ) {
    __typename
    ... on RebookingPlan {
      passengers
      behind
      messages
      trips {
        passengers
        behind
        trip {
          id
          number
          destination
        }
        from {
          ...RebookingCall
        }
        why {
          why
          passengers
        }
        shares {
          passengers
          minutesLater
          otherClass
          otherStation
          otherCarrier
          to {
            id
            number
            carrier {
              id
              name
            }
          }
          from {
            ...RebookingCall
          }
        }
        options {
          passengers
          otherStation
          seatsLeft
          trip {
            id
            number
            carrier {
              id
              name
            }
          }
          from {
            ...RebookingCall
          }
        }
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
  }
}
    fragment RebookingCall on StopCall {
  departure {
    local
  }
}`) as unknown as TypedDocumentString<RebookingPlanQuery, RebookingPlanQueryVariables>;
export const RebookClosureDocument = new TypedDocumentString(`
    mutation RebookClosure($input: RebookClosureInput!) {
  rebookClosure(input: $input) {
    __typename
    ... on ClosureRebooked {
      trips
      passengers
      behind
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RebookClosureMutation, RebookClosureMutationVariables>;
export const CompaniesDocument = new TypedDocumentString(`
    query Companies($filter: CompanyFilterInput, $sort: CompanySort!, $direction: SortDirection!, $after: String) {
  companies(filter: $filter, sort: $sort, direction: $direction, after: $after) {
    nodes {
      ...CompanyParts
    }
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment CompanyParts on Company {
  id
  name
  inn
  address
  contact
  email
  phone
  contractNumber
  contractFrom
  contractTo
  inForce
  discountPercent
  prices {
    route {
      id
      number
      name
    }
    serviceClass
    category
    percent
  }
  termDays
  version
  wallet {
    ...WalletParts
  }
  debt {
    overdue {
      ...MoneyParts
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment WalletParts on Wallet {
  id
  number
  ledgerAccount
  holder
  version
  blocked
  blockedReason
  openedAt
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<CompaniesQuery, CompaniesQueryVariables>;
export const CompanyChoicesDocument = new TypedDocumentString(`
    query CompanyChoices {
  passengerCategories {
    code
    name
  }
  companyRoutes {
    id
    number
    name
  }
}
    `) as unknown as TypedDocumentString<CompanyChoicesQuery, CompanyChoicesQueryVariables>;
export const CompanyRecordDocument = new TypedDocumentString(`
    query CompanyRecord($id: ID!) {
  company(id: $id) {
    ...CompanyParts
    members {
      id
      email
      monthlyLimit {
        ...MoneyParts
      }
    }
  }
}
    fragment CompanyParts on Company {
  id
  name
  inn
  address
  contact
  email
  phone
  contractNumber
  contractFrom
  contractTo
  inForce
  discountPercent
  prices {
    route {
      id
      number
      name
    }
    serviceClass
    category
    percent
  }
  termDays
  version
  wallet {
    ...WalletParts
  }
  debt {
    overdue {
      ...MoneyParts
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment WalletParts on Wallet {
  id
  number
  ledgerAccount
  holder
  version
  blocked
  blockedReason
  openedAt
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<CompanyRecordQuery, CompanyRecordQueryVariables>;
export const SaveCompanyDocument = new TypedDocumentString(`
    mutation SaveCompany($input: SaveCompanyInput!) {
  saveCompany(input: $input) {
    __typename
    ... on CompanyChanged {
      company {
        ...CompanyParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment CompanyParts on Company {
  id
  name
  inn
  address
  contact
  email
  phone
  contractNumber
  contractFrom
  contractTo
  inForce
  discountPercent
  prices {
    route {
      id
      number
      name
    }
    serviceClass
    category
    percent
  }
  termDays
  version
  wallet {
    ...WalletParts
  }
  debt {
    overdue {
      ...MoneyParts
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment WalletParts on Wallet {
  id
  number
  ledgerAccount
  holder
  version
  blocked
  blockedReason
  openedAt
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<SaveCompanyMutation, SaveCompanyMutationVariables>;
export const SaveMemberDocument = new TypedDocumentString(`
    mutation SaveMember($input: SaveMemberInput!) {
  saveMember(input: $input) {
    __typename
    ... on CompanyChanged {
      company {
        id
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SaveMemberMutation, SaveMemberMutationVariables>;
export const RecordTransferDocument = new TypedDocumentString(`
    mutation RecordTransfer($input: RecordTransferInput!) {
  recordTransfer(input: $input) {
    __typename
    ... on CompanyChanged {
      company {
        id
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RecordTransferMutation, RecordTransferMutationVariables>;
export const CompanyInvoicesDocument = new TypedDocumentString(`
    query CompanyInvoices($id: ID!, $after: String) {
  company(id: $id) {
    id
    invoices(after: $after) {
      nodes {
        ...InvoiceParts
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment InvoiceParts on CompanyInvoice {
  id
  number
  kind
  startsOn
  endsOn
  due {
    ...MoneyParts
  }
  dueOn
  issuedAt
  cancelledAt
  cancelledReason
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<CompanyInvoicesQuery, CompanyInvoicesQueryVariables>;
export const IssueInvoiceDocument = new TypedDocumentString(`
    mutation IssueInvoice($input: IssueInvoiceInput!) {
  issueInvoice(input: $input) {
    __typename
    ... on InvoiceChanged {
      invoice {
        ...InvoiceParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment InvoiceParts on CompanyInvoice {
  id
  number
  kind
  startsOn
  endsOn
  due {
    ...MoneyParts
  }
  dueOn
  issuedAt
  cancelledAt
  cancelledReason
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<IssueInvoiceMutation, IssueInvoiceMutationVariables>;
export const CancelInvoiceDocument = new TypedDocumentString(`
    mutation CancelInvoice($input: CancelInvoiceInput!) {
  cancelInvoice(input: $input) {
    __typename
    ... on InvoiceChanged {
      invoice {
        ...InvoiceParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment InvoiceParts on CompanyInvoice {
  id
  number
  kind
  startsOn
  endsOn
  due {
    ...MoneyParts
  }
  dueOn
  issuedAt
  cancelledAt
  cancelledReason
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<CancelInvoiceMutation, CancelInvoiceMutationVariables>;
export const ExportInvoiceDocument = new TypedDocumentString(`
    mutation ExportInvoice($input: ExportInvoiceInput!) {
  exportInvoice(input: $input) {
    __typename
    ... on ExportReady {
      url
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on TooManyAttempts {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExportInvoiceMutation, ExportInvoiceMutationVariables>;
export const DesksDocument = new TypedDocumentString(`
    query Desks($stationId: ID) {
  desks(stationId: $stationId) {
    ...DeskParts
    ledgerAccount
    station {
      id
      name
    }
  }
}
    fragment DeskParts on Desk {
  id
  sign
  note
  printer
  paperMm
  register {
    id
    name
  }
  active
  version
}`) as unknown as TypedDocumentString<DesksQuery, DesksQueryVariables>;
export const SaveDeskDocument = new TypedDocumentString(`
    mutation SaveDesk($input: SaveDeskInput!) {
  saveDesk(input: $input) {
    __typename
    ... on DeskSaved {
      desk {
        ...DeskParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment DeskParts on Desk {
  id
  sign
  note
  printer
  paperMm
  register {
    id
    name
  }
  active
  version
}`) as unknown as TypedDocumentString<SaveDeskMutation, SaveDeskMutationVariables>;
export const DispatchBoardDocument = new TypedDocumentString(`
    query DispatchBoard($stationId: ID!, $date: Date!, $side: BoardSide!) {
  dispatchBoard(stationId: $stationId, date: $date, side: $side) {
    expectedAt {
      at
      local
    }
    drivers
    places
    sold
    passengers
    boarded
    alarms
    call {
      sequence
      platform
      skipped
      arrival {
        local
      }
      departure {
        local
      }
    }
    trip {
      id
      number
      destination
      state
      delayMinutes
      saleClosed
      roadClosed
      originNames {
        ru
        ky
        en
      }
      vehicle {
        name
        plate
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DispatchBoardQuery, DispatchBoardQueryVariables>;
export const DispatchChangedDocument = new TypedDocumentString(`
    subscription DispatchChanged($stationId: ID!) {
  dispatchChanged(stationId: $stationId)
}
    `) as unknown as TypedDocumentString<DispatchChangedSubscription, DispatchChangedSubscriptionVariables>;
export const DriversDocument = new TypedDocumentString(`
    query Drivers($filter: DriverFilterInput, $sort: DriverSort = NAME, $direction: SortDirection = ASC, $after: String) {
  drivers(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...DriverParts
      permits {
        id
        daysLeft
      }
    }
  }
}
    fragment DriverParts on Driver {
  id
  name
  lastName
  firstName
  middleName
  phone
  active
  version
  carrier {
    id
    name
  }
}`) as unknown as TypedDocumentString<DriversQuery, DriversQueryVariables>;
export const DriverDocument = new TypedDocumentString(`
    query Driver($id: ID!) {
  driver(id: $id) {
    ...DriverParts
    permits {
      ...PermitParts
    }
  }
}
    fragment DriverParts on Driver {
  id
  name
  lastName
  firstName
  middleName
  phone
  active
  version
  carrier {
    id
    name
  }
}
fragment PermitParts on Permit {
  id
  holder
  holderId
  kind
  number
  issuedOn
  expiresOn
  daysLeft
  note
  version
}`) as unknown as TypedDocumentString<DriverQuery, DriverQueryVariables>;
export const FleetChoicesDocument = new TypedDocumentString(`
    query FleetChoices {
  carriers {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<FleetChoicesQuery, FleetChoicesQueryVariables>;
export const SaveDriverDocument = new TypedDocumentString(`
    mutation SaveDriver($input: SaveDriverInput!) {
  saveDriver(input: $input) {
    __typename
    ... on DriverSaved {
      driver {
        ...DriverParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment DriverParts on Driver {
  id
  name
  lastName
  firstName
  middleName
  phone
  active
  version
  carrier {
    id
    name
  }
}`) as unknown as TypedDocumentString<SaveDriverMutation, SaveDriverMutationVariables>;
export const ExchangeOrderDocument = new TypedDocumentString(`
    query ExchangeOrder($id: ID!) {
  order(id: $id) {
    id
    number
    email
    phone
    segments {
      index
      trip {
        id
        number
      }
      from {
        sequence
        departure {
          ...ZonedTimeParts
        }
        stop {
          id
          name
          place {
            id
            name
          }
          station {
            id
            name
          }
        }
      }
      to {
        sequence
        stop {
          id
          name
          place {
            id
            name
          }
          station {
            id
            name
          }
        }
      }
      lines {
        id
        kind
        state
        seat
        passenger {
          id
          firstName
          lastName
        }
      }
    }
  }
}
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}`) as unknown as TypedDocumentString<ExchangeOrderQuery, ExchangeOrderQueryVariables>;
export const ExchangeRidesDocument = new TypedDocumentString(`
    query ExchangeRides($input: SearchInput!) {
  searchJourneys(input: $input) {
    journeys {
      id
      seatsLeft
      segments {
        notOnSaleReason
        price {
          ...MoneyParts
        }
        trip {
          id
          number
          carrier {
            id
            name
          }
        }
        from {
          sequence
          departure {
            ...ZonedTimeParts
          }
        }
        to {
          sequence
          arrival {
            ...ZonedTimeParts
          }
        }
      }
    }
  }
}
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<ExchangeRidesQuery, ExchangeRidesQueryVariables>;
export const QuoteExchangeDocument = new TypedDocumentString(`
    mutation QuoteExchange($input: QuoteExchangeInput!) {
  quoteExchange(input: $input) {
    __typename
    ... on UserError {
      message
    }
    ... on InvalidInput {
      fields {
        path
        message
      }
    }
    ... on ExchangeQuoted {
      exchange {
        ...ExchangeParts
      }
    }
  }
}
    fragment ExchangeRideParts on ExchangeRide {
  title
  trip {
    id
    number
  }
  from {
    sequence
    departure {
      ...ZonedTimeParts
    }
    stop {
      id
      name
      station {
        id
        name
      }
    }
  }
  to {
    sequence
    stop {
      id
      name
      station {
        id
        name
      }
    }
  }
}
fragment ExchangeParts on Exchange {
  id
  state
  validUntil
  createdAt
  needsOverrule
  difference {
    ...MoneyParts
  }
  forgone {
    ...MoneyParts
  }
  lines {
    passenger {
      id
      firstName
      lastName
    }
    old {
      ...ExchangeRideParts
    }
    new {
      ...ExchangeRideParts
    }
    paid {
      title
      detail
      amount {
        ...MoneyParts
      }
    }
    explanation {
      title
      detail
      amount {
        ...MoneyParts
      }
    }
    credit {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    price {
      ...MoneyParts
    }
    difference {
      ...MoneyParts
    }
    codeKept
  }
}
fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<QuoteExchangeMutation, QuoteExchangeMutationVariables>;
export const ConfirmExchangeDocument = new TypedDocumentString(`
    mutation ConfirmExchange($input: ConfirmExchangeInput!) {
  confirmExchange(input: $input) {
    __typename
    ... on UserError {
      message
    }
    ... on InvalidInput {
      fields {
        path
        message
      }
    }
    ... on ExchangeConfirmed {
      exchange {
        ...ExchangeParts
      }
    }
  }
}
    fragment ExchangeRideParts on ExchangeRide {
  title
  trip {
    id
    number
  }
  from {
    sequence
    departure {
      ...ZonedTimeParts
    }
    stop {
      id
      name
      station {
        id
        name
      }
    }
  }
  to {
    sequence
    stop {
      id
      name
      station {
        id
        name
      }
    }
  }
}
fragment ExchangeParts on Exchange {
  id
  state
  validUntil
  createdAt
  needsOverrule
  difference {
    ...MoneyParts
  }
  forgone {
    ...MoneyParts
  }
  lines {
    passenger {
      id
      firstName
      lastName
    }
    old {
      ...ExchangeRideParts
    }
    new {
      ...ExchangeRideParts
    }
    paid {
      title
      detail
      amount {
        ...MoneyParts
      }
    }
    explanation {
      title
      detail
      amount {
        ...MoneyParts
      }
    }
    credit {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    price {
      ...MoneyParts
    }
    difference {
      ...MoneyParts
    }
    codeKept
  }
}
fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<ConfirmExchangeMutation, ConfirmExchangeMutationVariables>;
export const DropExchangeDocument = new TypedDocumentString(`
    mutation DropExchange($input: DropExchangeInput!) {
  dropExchange(input: $input) {
    __typename
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ExchangeDropped {
      order {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DropExchangeMutation, DropExchangeMutationVariables>;
export const ExportListDocument = new TypedDocumentString(`
    mutation ExportList($input: ExportListInput!) {
  exportList(input: $input) {
    __typename
    ... on ExportReady {
      url
    }
    ... on TooManyAttempts {
      message
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExportListMutation, ExportListMutationVariables>;
export const FiscalReceiptsDocument = new TypedDocumentString(`
    query FiscalReceipts($filter: FiscalReceiptFilterInput, $sort: FiscalReceiptSort = MADE, $direction: SortDirection = DESC, $after: String) {
  fiscalReceipts(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 25
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...ListedReceiptParts
    }
  }
}
    fragment FiscalReceiptParts on FiscalReceipt {
  id
  kind
  state
  createdAt
  amount {
    ...MoneyParts
  }
  cash {
    ...MoneyParts
  }
  cashless {
    ...MoneyParts
  }
  offset {
    ...MoneyParts
  }
  problem
  attempts
  cashier
  basis
  settledOn
  marks {
    fnNumber
    fdNumber
    fm
    issuedAt
    shiftNumber
    link
  }
}
fragment ListedReceiptParts on FiscalReceipt {
  ...FiscalReceiptParts
  items {
    name
    quantity
    principal
    principalInn
    taxPercent
    sum {
      ...MoneyParts
    }
    tax {
      ...MoneyParts
    }
  }
  register {
    id
    name
  }
  order {
    id
    number
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<FiscalReceiptsQuery, FiscalReceiptsQueryVariables>;
export const OrderReceiptsDocument = new TypedDocumentString(`
    query OrderReceipts($id: ID!) {
  order(id: $id) {
    id
    receiptsPdfUrl
    receipts {
      ...FiscalReceiptParts
    }
  }
}
    fragment FiscalReceiptParts on FiscalReceipt {
  id
  kind
  state
  createdAt
  amount {
    ...MoneyParts
  }
  cash {
    ...MoneyParts
  }
  cashless {
    ...MoneyParts
  }
  offset {
    ...MoneyParts
  }
  problem
  attempts
  cashier
  basis
  settledOn
  marks {
    fnNumber
    fdNumber
    fm
    issuedAt
    shiftNumber
    link
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<OrderReceiptsQuery, OrderReceiptsQueryVariables>;
export const RetryReceiptDocument = new TypedDocumentString(`
    mutation RetryReceipt($input: RetryReceiptInput!) {
  retryReceipt(input: $input) {
    __typename
    ... on FiscalReceiptSaved {
      receipt {
        ...FiscalReceiptParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        code
        message
      }
    }
  }
}
    fragment FiscalReceiptParts on FiscalReceipt {
  id
  kind
  state
  createdAt
  amount {
    ...MoneyParts
  }
  cash {
    ...MoneyParts
  }
  cashless {
    ...MoneyParts
  }
  offset {
    ...MoneyParts
  }
  problem
  attempts
  cashier
  basis
  settledOn
  marks {
    fnNumber
    fdNumber
    fm
    issuedAt
    shiftNumber
    link
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<RetryReceiptMutation, RetryReceiptMutationVariables>;
export const CorrectReceiptDocument = new TypedDocumentString(`
    mutation CorrectReceipt($input: CorrectReceiptInput!) {
  correctReceipt(input: $input) {
    __typename
    ... on FiscalReceiptSaved {
      receipt {
        ...FiscalReceiptParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        code
        message
      }
    }
  }
}
    fragment FiscalReceiptParts on FiscalReceipt {
  id
  kind
  state
  createdAt
  amount {
    ...MoneyParts
  }
  cash {
    ...MoneyParts
  }
  cashless {
    ...MoneyParts
  }
  offset {
    ...MoneyParts
  }
  problem
  attempts
  cashier
  basis
  settledOn
  marks {
    fnNumber
    fdNumber
    fm
    issuedAt
    shiftNumber
    link
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<CorrectReceiptMutation, CorrectReceiptMutationVariables>;
export const FiscalRegistersDocument = new TypedDocumentString(`
    query FiscalRegisters($sort: FiscalRegisterSort = NAME, $direction: SortDirection = ASC, $after: String) {
  fiscalRegisters(sort: $sort, direction: $direction, first: 25, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...FiscalRegisterParts
    }
  }
}
    fragment FiscalRegisterParts on FiscalRegister {
  id
  version
  name
  url
  organisation
  inn
  regNumber
  place
  feeTaxPercent
  enabled
  servesAll
  health
  lastOkAt
  lastError
  lastErrorAt
  nextTryAt
  closeAskedAt
  pending
  failed
  shift {
    number
    openedAt
    closesAt
  }
}`) as unknown as TypedDocumentString<FiscalRegistersQuery, FiscalRegistersQueryVariables>;
export const RegisterChoicesDocument = new TypedDocumentString(`
    query RegisterChoices {
  fiscalRegisters(first: 100) {
    nodes {
      id
      name
      enabled
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterChoicesQuery, RegisterChoicesQueryVariables>;
export const SaveFiscalRegisterDocument = new TypedDocumentString(`
    mutation SaveFiscalRegister($input: SaveFiscalRegisterInput!) {
  saveFiscalRegister(input: $input) {
    __typename
    ... on FiscalRegisterSaved {
      register {
        ...FiscalRegisterParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        code
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment FiscalRegisterParts on FiscalRegister {
  id
  version
  name
  url
  organisation
  inn
  regNumber
  place
  feeTaxPercent
  enabled
  servesAll
  health
  lastOkAt
  lastError
  lastErrorAt
  nextTryAt
  closeAskedAt
  pending
  failed
  shift {
    number
    openedAt
    closesAt
  }
}`) as unknown as TypedDocumentString<SaveFiscalRegisterMutation, SaveFiscalRegisterMutationVariables>;
export const SwitchFiscalRegisterDocument = new TypedDocumentString(`
    mutation SwitchFiscalRegister($input: SwitchFiscalRegisterInput!) {
  switchFiscalRegister(input: $input) {
    register {
      ...FiscalRegisterParts
    }
  }
}
    fragment FiscalRegisterParts on FiscalRegister {
  id
  version
  name
  url
  organisation
  inn
  regNumber
  place
  feeTaxPercent
  enabled
  servesAll
  health
  lastOkAt
  lastError
  lastErrorAt
  nextTryAt
  closeAskedAt
  pending
  failed
  shift {
    number
    openedAt
    closesAt
  }
}`) as unknown as TypedDocumentString<SwitchFiscalRegisterMutation, SwitchFiscalRegisterMutationVariables>;
export const CloseRegisterShiftDocument = new TypedDocumentString(`
    mutation CloseRegisterShift($input: CloseRegisterShiftInput!) {
  closeRegisterShift(input: $input) {
    register {
      ...FiscalRegisterParts
    }
  }
}
    fragment FiscalRegisterParts on FiscalRegister {
  id
  version
  name
  url
  organisation
  inn
  regNumber
  place
  feeTaxPercent
  enabled
  servesAll
  health
  lastOkAt
  lastError
  lastErrorAt
  nextTryAt
  closeAskedAt
  pending
  failed
  shift {
    number
    openedAt
    closesAt
  }
}`) as unknown as TypedDocumentString<CloseRegisterShiftMutation, CloseRegisterShiftMutationVariables>;
export const TestFiscalRegisterDocument = new TypedDocumentString(`
    mutation TestFiscalRegister($input: TestFiscalRegisterInput!) {
  testFiscalRegister(input: $input) {
    __typename
    ... on FiscalRegisterTested {
      problem
      matches
      inn
      regNumber
      fnNumber
      lastFdNumber
      took
      shift {
        number
        openedAt
      }
    }
    ... on TooManyAttempts {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TestFiscalRegisterMutation, TestFiscalRegisterMutationVariables>;
export const GatewaysDocument = new TypedDocumentString(`
    query Gateways($sort: GatewaySort = POSITION, $direction: SortDirection = ASC, $after: String) {
  gateways(sort: $sort, direction: $direction, first: 25, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...GatewayParts
    }
  }
}
    fragment GatewayParts on Gateway {
  id
  version
  code
  kind
  name
  names {
    ru
    ky
    en
  }
  enabled
  position
  channels
  currency
  smallest {
    amount
    currency
  }
  largest {
    amount
    currency
  }
  feePercent
  feeFixed {
    amount
    currency
  }
  address
  merchant
  hasSecret
  callbackUrl
  elqr {
    router
    provider
    service
    recipient
    merchant
    mcc
    name
  }
  answeredAt
  failedAt
  failure
  failures
}`) as unknown as TypedDocumentString<GatewaysQuery, GatewaysQueryVariables>;
export const GatewayChoicesDocument = new TypedDocumentString(`
    query GatewayChoices {
  gateways(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<GatewayChoicesQuery, GatewayChoicesQueryVariables>;
export const GatewayMessagesDocument = new TypedDocumentString(`
    query GatewayMessages($filter: GatewayMessageFilterInput, $sort: GatewayMessageSort = AT, $direction: SortDirection = DESC, $after: String) {
  gatewayMessages(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...GatewayMessageParts
    }
  }
}
    fragment GatewayMessageParts on GatewayMessage {
  id
  at
  lastAt
  times
  about
  outcome
  status
  raw
  trouble
  orderNumber
  gateway {
    id
    code
    name
  }
}`) as unknown as TypedDocumentString<GatewayMessagesQuery, GatewayMessagesQueryVariables>;
export const SaveGatewayDocument = new TypedDocumentString(`
    mutation SaveGateway($input: SaveGatewayInput!) {
  saveGateway(input: $input) {
    __typename
    ... on GatewaySaved {
      gateway {
        ...GatewayParts
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment GatewayParts on Gateway {
  id
  version
  code
  kind
  name
  names {
    ru
    ky
    en
  }
  enabled
  position
  channels
  currency
  smallest {
    amount
    currency
  }
  largest {
    amount
    currency
  }
  feePercent
  feeFixed {
    amount
    currency
  }
  address
  merchant
  hasSecret
  callbackUrl
  elqr {
    router
    provider
    service
    recipient
    merchant
    mcc
    name
  }
  answeredAt
  failedAt
  failure
  failures
}`) as unknown as TypedDocumentString<SaveGatewayMutation, SaveGatewayMutationVariables>;
export const SwitchGatewayDocument = new TypedDocumentString(`
    mutation SwitchGateway($input: SwitchGatewayInput!) {
  switchGateway(input: $input) {
    gateway {
      ...GatewayParts
    }
  }
}
    fragment GatewayParts on Gateway {
  id
  version
  code
  kind
  name
  names {
    ru
    ky
    en
  }
  enabled
  position
  channels
  currency
  smallest {
    amount
    currency
  }
  largest {
    amount
    currency
  }
  feePercent
  feeFixed {
    amount
    currency
  }
  address
  merchant
  hasSecret
  callbackUrl
  elqr {
    router
    provider
    service
    recipient
    merchant
    mcc
    name
  }
  answeredAt
  failedAt
  failure
  failures
}`) as unknown as TypedDocumentString<SwitchGatewayMutation, SwitchGatewayMutationVariables>;
export const TestGatewayDocument = new TypedDocumentString(`
    mutation TestGateway($input: TestGatewayInput!) {
  testGateway(input: $input) {
    __typename
    ... on GatewayTested {
      well
      status
      answer
      problem
      took
      gateway {
        ...GatewayParts
      }
    }
    ... on TooManyAttempts {
      message
    }
  }
}
    fragment GatewayParts on Gateway {
  id
  version
  code
  kind
  name
  names {
    ru
    ky
    en
  }
  enabled
  position
  channels
  currency
  smallest {
    amount
    currency
  }
  largest {
    amount
    currency
  }
  feePercent
  feeFixed {
    amount
    currency
  }
  address
  merchant
  hasSecret
  callbackUrl
  elqr {
    router
    provider
    service
    recipient
    merchant
    mcc
    name
  }
  answeredAt
  failedAt
  failure
  failures
}`) as unknown as TypedDocumentString<TestGatewayMutation, TestGatewayMutationVariables>;
export const HolidaysDocument = new TypedDocumentString(`
    query Holidays($filter: HolidayFilterInput, $sort: HolidaySort!, $direction: SortDirection!, $after: String) {
  holidays(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...HolidayParts
    }
  }
}
    fragment HolidayParts on Holiday {
  date
  version
  name
  names {
    ru
    ky
    en
  }
  nonWorking
  shortenedDay
  certain
  keptByOffice
}`) as unknown as TypedDocumentString<HolidaysQuery, HolidaysQueryVariables>;
export const SaveHolidayDocument = new TypedDocumentString(`
    mutation SaveHoliday($input: SaveHolidayInput!) {
  saveHoliday(input: $input) {
    ...HolidayOutcome
  }
}
    fragment HolidayParts on Holiday {
  date
  version
  name
  names {
    ru
    ky
    en
  }
  nonWorking
  shortenedDay
  certain
  keptByOffice
}
fragment HolidayOutcome on SaveHolidayResult {
  __typename
  ... on HolidaySaved {
    made
    removed
    kept {
      ...KeptParts
    }
    holiday {
      ...HolidayParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}
fragment KeptParts on KeptTrip {
  tripId
  number
  departs {
    local
  }
  tickets
}`) as unknown as TypedDocumentString<SaveHolidayMutation, SaveHolidayMutationVariables>;
export const DropHolidayDocument = new TypedDocumentString(`
    mutation DropHoliday($input: DropHolidayInput!) {
  dropHoliday(input: $input) {
    ...HolidayOutcome
  }
}
    fragment HolidayParts on Holiday {
  date
  version
  name
  names {
    ru
    ky
    en
  }
  nonWorking
  shortenedDay
  certain
  keptByOffice
}
fragment HolidayOutcome on SaveHolidayResult {
  __typename
  ... on HolidaySaved {
    made
    removed
    kept {
      ...KeptParts
    }
    holiday {
      ...HolidayParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}
fragment KeptParts on KeptTrip {
  tripId
  number
  departs {
    local
  }
  tickets
}`) as unknown as TypedDocumentString<DropHolidayMutation, DropHolidayMutationVariables>;
export const JobsDocument = new TypedDocumentString(`
    query Jobs($state: JobState, $sort: JobSort = CREATED, $direction: SortDirection = DESC, $after: String) {
  jobs(
    state: $state
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...JobParts
    }
  }
}
    fragment JobParts on Job {
  id
  kind
  state
  attempts
  runAt
  lastError
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const RetryJobDocument = new TypedDocumentString(`
    mutation RetryJob($id: ID!) {
  retryJob(input: {id: $id}) {
    __typename
    ... on JobRetried {
      job {
        ...JobParts
      }
    }
    ... on InvalidInput {
      message
    }
  }
}
    fragment JobParts on Job {
  id
  kind
  state
  attempts
  runAt
  lastError
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<RetryJobMutation, RetryJobMutationVariables>;
export const LayoutRecordsDocument = new TypedDocumentString(`
    query LayoutRecords($archived: Boolean!, $sort: LayoutSort!, $direction: SortDirection!, $after: String) {
  layoutRecords(
    archived: $archived
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...LayoutRow
    }
  }
}
    fragment LayoutRow on Layout {
  id
  code
  name
  vehicleClass
  seatCount
  standingPlaces
  pattern
  version
  edited
  archivedAt
  vehicleCount
  routeCount
}`) as unknown as TypedDocumentString<LayoutRecordsQuery, LayoutRecordsQueryVariables>;
export const LayoutPageDocument = new TypedDocumentString(`
    query LayoutPage($id: ID!) {
  layout(id: $id) {
    ...LayoutParts
  }
}
    fragment LayoutRow on Layout {
  id
  code
  name
  vehicleClass
  seatCount
  standingPlaces
  pattern
  version
  edited
  archivedAt
  vehicleCount
  routeCount
}
fragment DeckParts on Deck {
  level
  rows
  cols
  cells {
    row
    col
    kind
    note
    seat {
      label
      number
      seatClass
      window
      aisle
      reclining
      facing
      features
    }
  }
}
fragment LayoutParts on Layout {
  ...LayoutRow
  nameRu
  nameKy
  nameEn
  notes
  decks {
    ...DeckParts
  }
}`) as unknown as TypedDocumentString<LayoutPageQuery, LayoutPageQueryVariables>;
export const LayoutVersionsDocument = new TypedDocumentString(`
    query LayoutVersions($id: ID!) {
  layoutVersions(id: $id) {
    version
    name
    seatCount
    madeAt
    madeBy {
      firstName
      lastName
      email
    }
    decks {
      ...DeckParts
    }
  }
}
    fragment DeckParts on Deck {
  level
  rows
  cols
  cells {
    row
    col
    kind
    note
    seat {
      label
      number
      seatClass
      window
      aisle
      reclining
      facing
      features
    }
  }
}`) as unknown as TypedDocumentString<LayoutVersionsQuery, LayoutVersionsQueryVariables>;
export const LayoutFileDocument = new TypedDocumentString(`
    query LayoutFile($ids: [ID!]) {
  layoutFile(ids: $ids)
}
    `) as unknown as TypedDocumentString<LayoutFileQuery, LayoutFileQueryVariables>;
export const SaveLayoutDocument = new TypedDocumentString(`
    mutation SaveLayout($input: SaveLayoutInput!) {
  saveLayout(input: $input) {
    ...LayoutOutcome
  }
}
    fragment LayoutRow on Layout {
  id
  code
  name
  vehicleClass
  seatCount
  standingPlaces
  pattern
  version
  edited
  archivedAt
  vehicleCount
  routeCount
}
fragment DeckParts on Deck {
  level
  rows
  cols
  cells {
    row
    col
    kind
    note
    seat {
      label
      number
      seatClass
      window
      aisle
      reclining
      facing
      features
    }
  }
}
fragment LayoutParts on Layout {
  ...LayoutRow
  nameRu
  nameKy
  nameEn
  notes
  decks {
    ...DeckParts
  }
}
fragment LayoutOutcome on SaveLayoutResult {
  __typename
  ... on LayoutSaved {
    layout {
      ...LayoutParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<SaveLayoutMutation, SaveLayoutMutationVariables>;
export const ArchiveLayoutDocument = new TypedDocumentString(`
    mutation ArchiveLayout($input: ArchiveLayoutInput!) {
  archiveLayout(input: $input) {
    ...LayoutOutcome
  }
}
    fragment LayoutRow on Layout {
  id
  code
  name
  vehicleClass
  seatCount
  standingPlaces
  pattern
  version
  edited
  archivedAt
  vehicleCount
  routeCount
}
fragment DeckParts on Deck {
  level
  rows
  cols
  cells {
    row
    col
    kind
    note
    seat {
      label
      number
      seatClass
      window
      aisle
      reclining
      facing
      features
    }
  }
}
fragment LayoutParts on Layout {
  ...LayoutRow
  nameRu
  nameKy
  nameEn
  notes
  decks {
    ...DeckParts
  }
}
fragment LayoutOutcome on SaveLayoutResult {
  __typename
  ... on LayoutSaved {
    layout {
      ...LayoutParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<ArchiveLayoutMutation, ArchiveLayoutMutationVariables>;
export const ImportLayoutsDocument = new TypedDocumentString(`
    mutation ImportLayouts($input: ImportLayoutsInput!) {
  importLayouts(input: $input) {
    __typename
    ... on LayoutsImported {
      changed
      layouts {
        id
        code
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        code
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportLayoutsMutation, ImportLayoutsMutationVariables>;
export const TrialBalanceDocument = new TypedDocumentString(`
    query TrialBalance($from: DateTime!, $at: DateTime!) {
  trialBalance(from: $from, at: $at) {
    currencies {
      currency
      debit {
        amount
        currency
      }
      credit {
        amount
        currency
      }
      rows {
        account {
          code
          number
          name
        }
        opening {
          amount
          currency
        }
        debit {
          amount
          currency
        }
        credit {
          amount
          currency
        }
        closing {
          amount
          currency
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TrialBalanceQuery, TrialBalanceQueryVariables>;
export const LedgerPostingsDocument = new TypedDocumentString(`
    query LedgerPostings($filter: LedgerPostingFilterInput, $sort: LedgerPostingSort!, $direction: SortDirection!, $after: String) {
  ledgerPostings(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 30
    after: $after
  ) {
    nodes {
      ...PostingParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PostingParts on LedgerPosting {
  id
  kind
  at
  madeAt
  madeBy {
    firstName
    lastName
  }
  reason
  document
  orderNumber
  lines {
    account {
      code
      name
    }
    amount {
      amount
      currency
    }
  }
  reversal
  reversed
  reversible
}`) as unknown as TypedDocumentString<LedgerPostingsQuery, LedgerPostingsQueryVariables>;
export const BookableAccountsDocument = new TypedDocumentString(`
    query BookableAccounts {
  bookableAccounts {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<BookableAccountsQuery, BookableAccountsQueryVariables>;
export const LedgerKindsDocument = new TypedDocumentString(`
    query LedgerKinds {
  ledgerKinds {
    code
    class
    number
    name
    names {
      ru
      ky
      en
    }
    note
    version
  }
}
    `) as unknown as TypedDocumentString<LedgerKindsQuery, LedgerKindsQueryVariables>;
export const PeriodClosingsDocument = new TypedDocumentString(`
    query PeriodClosings {
  periodClosings {
    id
    lastDay
    closedAt
    closedBy {
      firstName
      lastName
    }
    reopenedAt
    reopenedBy {
      firstName
      lastName
    }
    reopenedReason
  }
}
    `) as unknown as TypedDocumentString<PeriodClosingsQuery, PeriodClosingsQueryVariables>;
export const BookEntryDocument = new TypedDocumentString(`
    mutation BookEntry($input: BookEntryInput!) {
  bookEntry(input: $input) {
    __typename
    ... on EntryBooked {
      posting {
        ...PostingParts
      }
    }
    ... on IdempotencyConflict {
      message
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment PostingParts on LedgerPosting {
  id
  kind
  at
  madeAt
  madeBy {
    firstName
    lastName
  }
  reason
  document
  orderNumber
  lines {
    account {
      code
      name
    }
    amount {
      amount
      currency
    }
  }
  reversal
  reversed
  reversible
}`) as unknown as TypedDocumentString<BookEntryMutation, BookEntryMutationVariables>;
export const ReversePostingDocument = new TypedDocumentString(`
    mutation ReversePosting($input: ReversePostingInput!) {
  reversePosting(input: $input) {
    __typename
    ... on EntryBooked {
      posting {
        ...PostingParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment PostingParts on LedgerPosting {
  id
  kind
  at
  madeAt
  madeBy {
    firstName
    lastName
  }
  reason
  document
  orderNumber
  lines {
    account {
      code
      name
    }
    amount {
      amount
      currency
    }
  }
  reversal
  reversed
  reversible
}`) as unknown as TypedDocumentString<ReversePostingMutation, ReversePostingMutationVariables>;
export const SaveLedgerAccountDocument = new TypedDocumentString(`
    mutation SaveLedgerAccount($input: SaveLedgerAccountInput!) {
  saveLedgerAccount(input: $input) {
    __typename
    ... on LedgerAccountSaved {
      account {
        code
        version
      }
    }
    ... on ChangedMeanwhile {
      message
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SaveLedgerAccountMutation, SaveLedgerAccountMutationVariables>;
export const ClosePeriodDocument = new TypedDocumentString(`
    mutation ClosePeriod($input: ClosePeriodInput!) {
  closePeriod(input: $input) {
    __typename
    ... on PeriodChanged {
      closing {
        id
        lastDay
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ClosePeriodMutation, ClosePeriodMutationVariables>;
export const ReopenPeriodDocument = new TypedDocumentString(`
    mutation ReopenPeriod($input: ReopenPeriodInput!) {
  reopenPeriod(input: $input) {
    __typename
    ... on PeriodChanged {
      closing {
        id
        lastDay
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReopenPeriodMutation, ReopenPeriodMutationVariables>;
export const MessagesDocument = new TypedDocumentString(`
    query Messages($text: String, $sort: MessageSort!, $direction: SortDirection!, $after: String) {
  messages(
    text: $text
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      channel
      to
      subject
      text
      html
      createdAt
      state
      attachments
    }
  }
}
    `) as unknown as TypedDocumentString<MessagesQuery, MessagesQueryVariables>;
export const ManifestsDocument = new TypedDocumentString(`
    query Manifests($trip: ID!) {
  manifests(tripId: $trip) {
    ...ManifestParts
  }
}
    fragment ManifestEntryParts on ManifestEntry {
  ticket
  seat
  lastName
  firstName
  middleName
  birthDate
  citizenship
  documentKind
  documentNumber
  baggage
  from {
    sequence
    stop {
      id
      name
      place {
        id
        name
      }
    }
  }
  to {
    sequence
    stop {
      id
      name
      place {
        id
        name
      }
    }
  }
}
fragment ManifestDeliveryParts on ManifestDelivery {
  id
  destination
  state
  attempts
  lastStatus
  deliveredAt
}
fragment ManifestParts on Manifest {
  id
  number
  cause
  madeAt
  passengerCount
  entries {
    ...ManifestEntryParts
  }
  changes {
    kind
    formerSeat
    entry {
      ...ManifestEntryParts
    }
  }
  deliveries {
    ...ManifestDeliveryParts
  }
}`) as unknown as TypedDocumentString<ManifestsQuery, ManifestsQueryVariables>;
export const ManifestFileDocument = new TypedDocumentString(`
    query ManifestFile($id: ID!, $format: ManifestFileFormat!) {
  manifestFile(id: $id, format: $format) {
    name
    mime
    content
  }
}
    `) as unknown as TypedDocumentString<ManifestFileQuery, ManifestFileQueryVariables>;
export const MakeManifestDocument = new TypedDocumentString(`
    mutation MakeManifest($trip: ID!) {
  makeManifest(input: {tripId: $trip}) {
    __typename
    ... on ManifestMade {
      isNew
      manifest {
        id
        number
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MakeManifestMutation, MakeManifestMutationVariables>;
export const ResendManifestDocument = new TypedDocumentString(`
    mutation ResendManifest($id: ID!) {
  resendManifest(input: {deliveryId: $id}) {
    __typename
    ... on ManifestResent {
      delivery {
        ...ManifestDeliveryParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment ManifestDeliveryParts on ManifestDelivery {
  id
  destination
  state
  attempts
  lastStatus
  deliveredAt
}`) as unknown as TypedDocumentString<ResendManifestMutation, ResendManifestMutationVariables>;
export const ManifestDestinationsDocument = new TypedDocumentString(`
    query ManifestDestinations($filter: DestinationFilterInput, $sort: DestinationSort!, $direction: SortDirection!, $after: String) {
  manifestDestinations(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...DestinationParts
    }
  }
}
    fragment DestinationParts on ManifestDestination {
  id
  version
  name
  url
  format
  carrierId
  carrier {
    id
    name
  }
  stationId
  station {
    id
    name
  }
  active
}`) as unknown as TypedDocumentString<ManifestDestinationsQuery, ManifestDestinationsQueryVariables>;
export const SaveDestinationDocument = new TypedDocumentString(`
    mutation SaveDestination($input: SaveDestinationInput!) {
  saveDestination(input: $input) {
    __typename
    ... on DestinationSaved {
      destination {
        ...DestinationParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment DestinationParts on ManifestDestination {
  id
  version
  name
  url
  format
  carrierId
  carrier {
    id
    name
  }
  stationId
  station {
    id
    name
  }
  active
}`) as unknown as TypedDocumentString<SaveDestinationMutation, SaveDestinationMutationVariables>;
export const DestinationChoicesDocument = new TypedDocumentString(`
    query DestinationChoices {
  carriers {
    id
    name
  }
  stations(first: 200) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<DestinationChoicesQuery, DestinationChoicesQueryVariables>;
export const OrdersDocument = new TypedDocumentString(`
    query Orders($filter: OrderFilterInput, $sort: OrderSort = CREATED, $direction: SortDirection = DESC, $after: String) {
  orders(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      number
      status
      channel
      createdAt
      email
      phone
      total {
        ...MoneyParts
      }
      passengers {
        id
        firstName
        lastName
      }
      segments {
        index
        from {
          sequence
          departure {
            ...ZonedTimeParts
          }
          stop {
            id
            name
            station {
              id
              name
            }
            place {
              id
              name
            }
          }
        }
        to {
          sequence
          stop {
            id
            name
            station {
              id
              name
            }
            place {
              id
              name
            }
          }
        }
      }
    }
  }
}
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<OrdersQuery, OrdersQueryVariables>;
export const OrderPageDocument = new TypedDocumentString(`
    query OrderPage($id: ID!) {
  order(id: $id) {
    id
    version
    number
    status
    createdAt
    annullable
    holdUntil
    reservedUntil {
      at
    }
    email
    phone
    relatives {
      id
      number
    }
    total {
      ...MoneyParts
    }
    paid {
      ...MoneyParts
    }
    due {
      ...MoneyParts
    }
    readyToPay
    ticketsPdfUrl
    laterAncillaries {
      kind
      passengerId
      segmentIndex
      code
      name
      detail
      most
      price {
        ...MoneyParts
      }
    }
    explanation {
      kind
      title
      detail
      amount {
        ...MoneyParts
      }
    }
    passengers {
      id
      firstName
      lastName
      middleName
      birthDate
      citizenship
      documentKind
      documentNumber
      category {
        code
        name
      }
      total {
        ...MoneyParts
      }
    }
    segments {
      index
      direction
      trip {
        ...StaffTripParts
      }
      from {
        ...StaffCallParts
      }
      to {
        ...StaffCallParts
      }
      lines {
        id
        kind
        state
        title
        seat
        price {
          ...MoneyParts
        }
        passenger {
          id
        }
        ticket {
          number
          blank
          valid
        }
      }
    }
    payments {
      id
      method
      methodName
      state
      createdAt
      paidAt
      failureReason
      share
      amount {
        ...MoneyParts
      }
      moved {
        ...MoneyParts
      }
    }
    exchanges {
      ...ExchangeParts
    }
    refunds {
      id
      state
      waitsAtDesk
      mayGoToCard
      createdAt
      reason
      amount {
        ...MoneyParts
      }
      withheld {
        ...MoneyParts
      }
      overrule {
        ...OverruleParts
      }
    }
  }
}
    fragment ExchangeRideParts on ExchangeRide {
  title
  trip {
    id
    number
  }
  from {
    sequence
    departure {
      ...ZonedTimeParts
    }
    stop {
      id
      name
      station {
        id
        name
      }
    }
  }
  to {
    sequence
    stop {
      id
      name
      station {
        id
        name
      }
    }
  }
}
fragment ExchangeParts on Exchange {
  id
  state
  validUntil
  createdAt
  needsOverrule
  difference {
    ...MoneyParts
  }
  forgone {
    ...MoneyParts
  }
  lines {
    passenger {
      id
      firstName
      lastName
    }
    old {
      ...ExchangeRideParts
    }
    new {
      ...ExchangeRideParts
    }
    paid {
      title
      detail
      amount {
        ...MoneyParts
      }
    }
    explanation {
      title
      detail
      amount {
        ...MoneyParts
      }
    }
    credit {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    price {
      ...MoneyParts
    }
    difference {
      ...MoneyParts
    }
    codeKept
  }
}
fragment OverruleParts on Overrule {
  id
  orderId
  orderNumber
  state
  reason
  note
  lineCount
  way
  mine
  refunded {
    ...MoneyParts
  }
  beyond {
    ...MoneyParts
  }
  askedAt
  askedBy {
    id
    firstName
    lastName
  }
  decidedAt
  decidedBy {
    id
    firstName
    lastName
  }
  decisionNote
}
fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment StaffCallParts on StopCall {
  sequence
  platform
  platformChoices
  skipped
  boarding
  alighting
  distanceKm
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    station {
      id
      name
    }
  }
}
fragment StaffTripParts on Trip {
  id
  number
  destination
  state
  serviceDate
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
  }
  carrier {
    id
    name
    phone
  }
  vehicle {
    name
    vehicleClass
    seatCount
  }
}`) as unknown as TypedDocumentString<OrderPageQuery, OrderPageQueryVariables>;
export const OrderTimelineDocument = new TypedDocumentString(`
    query OrderTimeline($id: ID!) {
  orderTimeline(orderId: $id) {
    kind
    at {
      ...ZonedTimeParts
    }
    code
    text
    amount {
      ...MoneyParts
    }
    staff {
      id
      firstName
      lastName
      email
    }
  }
}
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<OrderTimelineQuery, OrderTimelineQueryVariables>;
export const AddNoteDocument = new TypedDocumentString(`
    mutation AddNote($input: AddNoteInput!) {
  addNote(input: $input) {
    __typename
    ... on NoteAdded {
      id
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AddNoteMutation, AddNoteMutationVariables>;
export const ChangeContactDocument = new TypedDocumentString(`
    mutation ChangeContact($input: ChangeContactInput!) {
  changeContact(input: $input) {
    __typename
    ... on OrderChanged {
      order {
        id
        version
        email
        phone
      }
    }
    ... on ChangedMeanwhile {
      message
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeContactMutation, ChangeContactMutationVariables>;
export const ChangePassengerDocument = new TypedDocumentString(`
    mutation ChangePassenger($input: ChangePassengerInput!) {
  changePassenger(input: $input) {
    __typename
    ... on OrderChanged {
      order {
        id
        version
      }
    }
    ... on ChangedMeanwhile {
      message
    }
    ... on OrderClosed {
      message
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangePassengerMutation, ChangePassengerMutationVariables>;
export const SendTicketsDocument = new TypedDocumentString(`
    mutation SendTickets($input: SendTicketsInput!) {
  sendTickets(input: $input) {
    __typename
    ... on OrderChanged {
      order {
        id
      }
    }
    ... on OrderClosed {
      message
    }
    ... on TooManyAttempts {
      message
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SendTicketsMutation, SendTicketsMutationVariables>;
export const SplitOrderDocument = new TypedDocumentString(`
    mutation SplitOrder($input: SplitOrderInput!) {
  splitOrder(input: $input) {
    __typename
    ... on OrderSplit {
      order {
        id
        version
      }
      newOrder {
        id
        number
      }
    }
    ... on ChangedMeanwhile {
      message
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SplitOrderMutation, SplitOrderMutationVariables>;
export const PartnersDocument = new TypedDocumentString(`
    query Partners($filter: PartnerFilterInput, $sort: PartnerSort!, $direction: SortDirection!, $after: String) {
  partners(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...PartnerParts
    }
  }
}
    fragment PartnerParts on Partner {
  id
  name
  contact
  keyTail
  introspection
  createdAt
  revokedAt
  usedAt
  ordersLately
}`) as unknown as TypedDocumentString<PartnersQuery, PartnersQueryVariables>;
export const MakeKeyDocument = new TypedDocumentString(`
    mutation MakeKey($input: MakeKeyInput!) {
  makeKey(input: $input) {
    __typename
    ... on KeyMade {
      key
      partner {
        ...PartnerParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment PartnerParts on Partner {
  id
  name
  contact
  keyTail
  introspection
  createdAt
  revokedAt
  usedAt
  ordersLately
}`) as unknown as TypedDocumentString<MakeKeyMutation, MakeKeyMutationVariables>;
export const RenewKeyDocument = new TypedDocumentString(`
    mutation RenewKey($id: ID!) {
  renewKey(id: $id) {
    __typename
    ... on KeyMade {
      key
      partner {
        ...PartnerParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment PartnerParts on Partner {
  id
  name
  contact
  keyTail
  introspection
  createdAt
  revokedAt
  usedAt
  ordersLately
}`) as unknown as TypedDocumentString<RenewKeyMutation, RenewKeyMutationVariables>;
export const RevokeKeyDocument = new TypedDocumentString(`
    mutation RevokeKey($id: ID!) {
  revokeKey(id: $id) {
    partner {
      ...PartnerParts
    }
  }
}
    fragment PartnerParts on Partner {
  id
  name
  contact
  keyTail
  introspection
  createdAt
  revokedAt
  usedAt
  ordersLately
}`) as unknown as TypedDocumentString<RevokeKeyMutation, RevokeKeyMutationVariables>;
export const BoardingPageDocument = new TypedDocumentString(`
    query BoardingPage($trip: ID!) {
  trip(id: $trip) {
    id
    number
    destination
    serviceDate
    state
    delayMinutes
  }
  boarding(tripId: $trip) {
    ...BoardingParts
  }
}
    fragment BoardingParts on Boarding {
  boarded
  expected
  passengers {
    lineId
    ticket
    blank
    seat
    lastName
    firstName
    documentTail
    boardedAt
    from {
      sequence
      stop {
        id
        name
        place {
          id
          name
        }
      }
    }
    to {
      sequence
      stop {
        id
        name
        place {
          id
          name
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<BoardingPageQuery, BoardingPageQueryVariables>;
export const RecordPassageDocument = new TypedDocumentString(`
    mutation RecordPassage($input: RecordPassageInput!) {
  recordPassage(input: $input) {
    __typename
    ... on PassageRecorded {
      outcome
      ticket
      lineId
      otherTrip {
        id
        number
        destination
      }
      otherCall {
        departure {
          local
        }
      }
      boarding {
        ...BoardingParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment BoardingParts on Boarding {
  boarded
  expected
  passengers {
    lineId
    ticket
    blank
    seat
    lastName
    firstName
    documentTail
    boardedAt
    from {
      sequence
      stop {
        id
        name
        place {
          id
          name
        }
      }
    }
    to {
      sequence
      stop {
        id
        name
        place {
          id
          name
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<RecordPassageMutation, RecordPassageMutationVariables>;
export const UndoPassageDocument = new TypedDocumentString(`
    mutation UndoPassage($trip: ID!, $line: ID!) {
  undoPassage(input: {tripId: $trip, lineId: $line}) {
    __typename
    ... on PassageUndone {
      boarding {
        ...BoardingParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment BoardingParts on Boarding {
  boarded
  expected
  passengers {
    lineId
    ticket
    blank
    seat
    lastName
    firstName
    documentTail
    boardedAt
    from {
      sequence
      stop {
        id
        name
        place {
          id
          name
        }
      }
    }
    to {
      sequence
      stop {
        id
        name
        place {
          id
          name
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<UndoPassageMutation, UndoPassageMutationVariables>;
export const PermitsDocument = new TypedDocumentString(`
    query Permits($filter: PermitFilterInput, $sort: PermitSort = EXPIRES, $direction: SortDirection = ASC, $after: String) {
  permits(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...PermitParts
      holderName
    }
  }
}
    fragment PermitParts on Permit {
  id
  holder
  holderId
  kind
  number
  issuedOn
  expiresOn
  daysLeft
  note
  version
}`) as unknown as TypedDocumentString<PermitsQuery, PermitsQueryVariables>;
export const SavePermitDocument = new TypedDocumentString(`
    mutation SavePermit($input: SavePermitInput!) {
  savePermit(input: $input) {
    __typename
    ... on PermitSaved {
      tripsWithoutIt
      permit {
        ...PermitParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment PermitParts on Permit {
  id
  holder
  holderId
  kind
  number
  issuedOn
  expiresOn
  daysLeft
  note
  version
}`) as unknown as TypedDocumentString<SavePermitMutation, SavePermitMutationVariables>;
export const DropPermitDocument = new TypedDocumentString(`
    mutation DropPermit($id: ID!) {
  dropPermit(id: $id) {
    ok
  }
}
    `) as unknown as TypedDocumentString<DropPermitMutation, DropPermitMutationVariables>;
export const MyPrinterDocument = new TypedDocumentString(`
    query MyPrinter {
  myShift {
    id
    desk {
      id
      printer
    }
  }
}
    `) as unknown as TypedDocumentString<MyPrinterQuery, MyPrinterQueryVariables>;
export const PrintTicketsDocument = new TypedDocumentString(`
    mutation PrintTickets($input: PrintTicketsInput!) {
  printTickets(input: $input) {
    ...PrintAnswer
  }
}
    fragment PrintAnswer on PrintResult {
  __typename
  ... on PrintoutSent {
    printout {
      state
      problemText
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ShiftNeeded {
    message
  }
}`) as unknown as TypedDocumentString<PrintTicketsMutation, PrintTicketsMutationVariables>;
export const PrintShiftReportDocument = new TypedDocumentString(`
    mutation PrintShiftReport($input: PrintShiftReportInput!) {
  printShiftReport(input: $input) {
    ...PrintAnswer
  }
}
    fragment PrintAnswer on PrintResult {
  __typename
  ... on PrintoutSent {
    printout {
      state
      problemText
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ShiftNeeded {
    message
  }
}`) as unknown as TypedDocumentString<PrintShiftReportMutation, PrintShiftReportMutationVariables>;
export const TestPrinterDocument = new TypedDocumentString(`
    mutation TestPrinter($input: TestPrinterInput!) {
  testPrinter(input: $input) {
    ...PrintAnswer
  }
}
    fragment PrintAnswer on PrintResult {
  __typename
  ... on PrintoutSent {
    printout {
      state
      problemText
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ShiftNeeded {
    message
  }
}`) as unknown as TypedDocumentString<TestPrinterMutation, TestPrinterMutationVariables>;
export const PrintReceiptsDocument = new TypedDocumentString(`
    mutation PrintReceipts($input: PrintReceiptsInput!) {
  printReceipts(input: $input) {
    ...PrintAnswer
  }
}
    fragment PrintAnswer on PrintResult {
  __typename
  ... on PrintoutSent {
    printout {
      state
      problemText
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ShiftNeeded {
    message
  }
}`) as unknown as TypedDocumentString<PrintReceiptsMutation, PrintReceiptsMutationVariables>;
export const PromotionsDocument = new TypedDocumentString(`
    query Promotions($active: Boolean!, $sort: PromotionSort = MADE, $direction: SortDirection = DESC, $after: String) {
  promotions(
    active: $active
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...PromotionParts
    }
  }
}
    fragment PromotionParts on Promotion {
  id
  version
  code
  names {
    ru
    ky
    en
  }
  percent
  amount {
    amount
    currency
  }
  currency
  minimum {
    amount
    currency
  }
  soldFrom
  soldTo
  travelFrom
  travelTo
  routes {
    id
    number
    name
  }
  carriers {
    id
    name
  }
  usesLimit
  customerLimit
  weekdays
  channels
  categories
  combinable
  budget {
    amount
    currency
  }
  active
  uses {
    orders
    tickets
    takenOff {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<PromotionsQuery, PromotionsQueryVariables>;
export const PromotionChoicesDocument = new TypedDocumentString(`
    query PromotionChoices {
  passengerCategories {
    code
    name
  }
  carriers {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<PromotionChoicesQuery, PromotionChoicesQueryVariables>;
export const SavePromotionDocument = new TypedDocumentString(`
    mutation SavePromotion($input: SavePromotionInput!) {
  savePromotion(input: $input) {
    __typename
    ... on PromotionSaved {
      promotion {
        ...PromotionParts
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment PromotionParts on Promotion {
  id
  version
  code
  names {
    ru
    ky
    en
  }
  percent
  amount {
    amount
    currency
  }
  currency
  minimum {
    amount
    currency
  }
  soldFrom
  soldTo
  travelFrom
  travelTo
  routes {
    id
    number
    name
  }
  carriers {
    id
    name
  }
  usesLimit
  customerLimit
  weekdays
  channels
  categories
  combinable
  budget {
    amount
    currency
  }
  active
  uses {
    orders
    tickets
    takenOff {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<SavePromotionMutation, SavePromotionMutationVariables>;
export const SeatQuotasDocument = new TypedDocumentString(`
    query SeatQuotas($tripId: ID, $departureId: ID) {
  seatQuotas(tripId: $tripId, departureId: $departureId) {
    number
    name
    departureId
    openSeating
    capacity
    taken
    quotas {
      ...QuotaParts
    }
    units {
      name
      decks {
        level
        rows
        cols
        cells {
          row
          col
          kind
          seat {
            label
            number
            seatClass
            window
            aisle
            reclining
            facing
            features
          }
        }
      }
    }
    stops {
      id
      name
    }
    partners {
      id
      name
    }
  }
}
    fragment QuotaParts on SeatQuota {
  id
  version
  ofTrip
  purpose
  seats
  places
  channels
  partner {
    id
    name
  }
  stop {
    id
    name
  }
  reason
  releaseMinutes
}`) as unknown as TypedDocumentString<SeatQuotasQuery, SeatQuotasQueryVariables>;
export const SaveQuotaDocument = new TypedDocumentString(`
    mutation SaveQuota($input: SaveQuotaInput!) {
  saveQuota(input: $input) {
    ...QuotaOutcome
  }
}
    fragment QuotaParts on SeatQuota {
  id
  version
  ofTrip
  purpose
  seats
  places
  channels
  partner {
    id
    name
  }
  stop {
    id
    name
  }
  reason
  releaseMinutes
}
fragment QuotaOutcome on SaveQuotaResult {
  __typename
  ... on QuotaSaved {
    trips
    quota {
      ...QuotaParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<SaveQuotaMutation, SaveQuotaMutationVariables>;
export const DropQuotaDocument = new TypedDocumentString(`
    mutation DropQuota($input: DropQuotaInput!) {
  dropQuota(input: $input) {
    ...QuotaOutcome
  }
}
    fragment QuotaParts on SeatQuota {
  id
  version
  ofTrip
  purpose
  seats
  places
  channels
  partner {
    id
    name
  }
  stop {
    id
    name
  }
  reason
  releaseMinutes
}
fragment QuotaOutcome on SaveQuotaResult {
  __typename
  ... on QuotaSaved {
    trips
    quota {
      ...QuotaParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<DropQuotaMutation, DropQuotaMutationVariables>;
export const MoveFromDocument = new TypedDocumentString(`
    query MoveFrom($id: ID!) {
  trip(id: $id) {
    id
    number
    destination
    serviceDate
    state
    roadClosed
    calls {
      departure {
        local
      }
      stop {
        id
        name
        station {
          id
        }
        place {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MoveFromQuery, MoveFromQueryVariables>;
export const MoveChoicesDocument = new TypedDocumentString(`
    query MoveChoices($id: ID!, $date: Date!) {
  moveChoices(tripId: $id, date: $date) {
    passengers
    otherStation
    of
    seatsLeft
    from {
      departure {
        local
      }
      stop {
        id
        name
      }
    }
    trip {
      id
      number
      destination
      saleClosed
      delayMinutes
      state
      carrier {
        id
        name
      }
      vehicle {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MoveChoicesQuery, MoveChoicesQueryVariables>;
export const TripMoveDocument = new TypedDocumentString(`
    query TripMove($tripId: ID!, $toTripId: ID!, $seats: [SeatForInput!]!, $otherClass: Boolean!) {
  tripMove(
    tripId: $tripId
    toTripId: $toTripId
    seats: $seats
    otherClass: $otherClass
  ) {
    messages
    otherCarrier
    to {
      id
      number
      vehicle {
        name
      }
    }
    units {
      name
      decks {
        level
        rows
        cols
        cells {
          row
          col
          kind
          seat {
            label
            number
            seatClass
            window
            aisle
            facing
          }
        }
      }
    }
    occupied {
      seat
      from
      to
    }
    passengers {
      lineId
      orderId
      orderNumber
      name
      seat
      newSeat
      otherClass
      otherStation
      staysBehind
      from {
        ...MoveCall
      }
      to {
        ...MoveCall
      }
      newFrom {
        ...MoveCall
      }
      newTo {
        ...MoveCall
      }
    }
  }
}
    fragment MoveCall on StopCall {
  sequence
  departure {
    local
  }
  stop {
    id
    name
    place {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<TripMoveQuery, TripMoveQueryVariables>;
export const MovePassengersDocument = new TypedDocumentString(`
    mutation MovePassengers($input: MovePassengersInput!) {
  movePassengers(input: $input) {
    __typename
    ... on PassengersMoved {
      passengers
      orders
      messages
      ordersReturned
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on PassengersUnseated {
      message
      lineIds
    }
  }
}
    `) as unknown as TypedDocumentString<MovePassengersMutation, MovePassengersMutationVariables>;
export const OverrulesDocument = new TypedDocumentString(`
    query Overrules($filter: OverruleFilterInput, $sort: OverruleSort!, $direction: SortDirection!, $after: String) {
  overrules(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    nodes {
      ...OverruleParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment OverruleParts on Overrule {
  id
  orderId
  orderNumber
  state
  reason
  note
  lineCount
  way
  mine
  refunded {
    ...MoneyParts
  }
  beyond {
    ...MoneyParts
  }
  askedAt
  askedBy {
    id
    firstName
    lastName
  }
  decidedAt
  decidedBy {
    id
    firstName
    lastName
  }
  decisionNote
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<OverrulesQuery, OverrulesQueryVariables>;
export const OverruleRefundDocument = new TypedDocumentString(`
    mutation OverruleRefund($input: OverruleRefundInput!) {
  overruleRefund(input: $input) {
    __typename
    ... on RefundOverruled {
      waitsForApproval
      beyond {
        ...MoneyParts
      }
      quote {
        ...OfferParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on NotRefundable {
      message
    }
  }
}
    fragment OfferParts on Refund {
  id
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    explanation
    refunded {
      ...MoneyParts
    }
    byRule {
      withheldOfFare {
        ...MoneyParts
      }
      refunded {
        ...MoneyParts
      }
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<OverruleRefundMutation, OverruleRefundMutationVariables>;
export const ApproveRefundDocument = new TypedDocumentString(`
    mutation ApproveRefund($input: ApproveRefundInput!) {
  approveRefund(input: $input) {
    __typename
    ... on RefundApproved {
      refund {
        id
        waitsAtDesk
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on NotRefundable {
      message
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveRefundMutation, ApproveRefundMutationVariables>;
export const DeclineRefundDocument = new TypedDocumentString(`
    mutation DeclineRefund($input: DeclineRefundInput!) {
  declineRefund(input: $input) {
    __typename
    ... on RefundDeclined {
      refund {
        id
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DeclineRefundMutation, DeclineRefundMutationVariables>;
export const WaitingRefundsDocument = new TypedDocumentString(`
    query WaitingRefunds($filter: WaitingRefundFilterInput, $sort: WaitingRefundSort!, $direction: SortDirection!, $after: String) {
  waitingRefunds(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    nodes {
      id
      orderId
      orderNumber
      amount {
        ...MoneyParts
      }
      cause
      reason
      methodName
      failure
      since
      email
      phone
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<WaitingRefundsQuery, WaitingRefundsQueryVariables>;
export const SendRefundAgainDocument = new TypedDocumentString(`
    mutation SendRefundAgain($refundId: ID!) {
  sendRefundAgain(refundId: $refundId) {
    __typename
    ... on RefundSentAgain {
      order {
        id
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SendRefundAgainMutation, SendRefundAgainMutationVariables>;
export const RefundRequestsDocument = new TypedDocumentString(`
    query RefundRequests($filter: RefundRequestFilterInput, $sort: RefundRequestSort!, $direction: SortDirection!, $after: String) {
  refundRequests(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    nodes {
      ...RefundRequestParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RefundRequestParts on RefundRequest {
  id
  orderId
  orderNumber
  state
  reason
  text
  lineIds
  askedAt
  departsAt
  paid {
    ...MoneyParts
  }
  answer
  answeredAt
  answeredBy {
    id
    firstName
    lastName
  }
  documents {
    id
    name
    size
    url
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<RefundRequestsQuery, RefundRequestsQueryVariables>;
export const OrderRefundRequestsDocument = new TypedDocumentString(`
    query OrderRefundRequests($id: ID!) {
  order(id: $id) {
    id
    refundRequests {
      ...RefundRequestParts
    }
  }
}
    fragment RefundRequestParts on RefundRequest {
  id
  orderId
  orderNumber
  state
  reason
  text
  lineIds
  askedAt
  departsAt
  paid {
    ...MoneyParts
  }
  answer
  answeredAt
  answeredBy {
    id
    firstName
    lastName
  }
  documents {
    id
    name
    size
    url
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<OrderRefundRequestsQuery, OrderRefundRequestsQueryVariables>;
export const AnswerRefundRequestDocument = new TypedDocumentString(`
    mutation AnswerRefundRequest($input: AnswerRefundRequestInput!) {
  answerRefundRequest(input: $input) {
    __typename
    ... on RefundRequestAnswered {
      request {
        ...RefundRequestParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment RefundRequestParts on RefundRequest {
  id
  orderId
  orderNumber
  state
  reason
  text
  lineIds
  askedAt
  departsAt
  paid {
    ...MoneyParts
  }
  answer
  answeredAt
  answeredBy {
    id
    firstName
    lastName
  }
  documents {
    id
    name
    size
    url
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<AnswerRefundRequestMutation, AnswerRefundRequestMutationVariables>;
export const RegistriesDocument = new TypedDocumentString(`
    query Registries($sort: RegistrySort = LOADED, $direction: SortDirection = DESC, $after: String) {
  registries(sort: $sort, direction: $direction, first: 25, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...RegistryParts
    }
  }
}
    fragment RegistryParts on Registry {
  id
  method
  methodName
  name
  from
  to
  payments
  paid {
    amount
    currency
  }
  refunds
  returned {
    amount
    currency
  }
  errors {
    line
    code
  }
  differences
  open
  loadedAt
  loadedBy {
    firstName
    lastName
  }
}`) as unknown as TypedDocumentString<RegistriesQuery, RegistriesQueryVariables>;
export const RegistryDifferencesDocument = new TypedDocumentString(`
    query RegistryDifferences($filter: RegistryDifferenceFilterInput, $sort: RegistryDifferenceSort = FOUND, $direction: SortDirection = ASC, $after: String) {
  registryDifferences(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...RegistryDifferenceParts
    }
  }
}
    fragment RegistryDifferenceParts on RegistryDifference {
  id
  kind
  refund
  line
  reference
  orderNumber
  theirs {
    amount
    currency
  }
  ours {
    amount
    currency
  }
  theirFee {
    amount
    currency
  }
  ourFee {
    amount
    currency
  }
  saidAt
  state
  note
  settledAt
  settledBy {
    firstName
    lastName
  }
  registry {
    id
    methodName
    name
  }
}`) as unknown as TypedDocumentString<RegistryDifferencesQuery, RegistryDifferencesQueryVariables>;
export const RegistryFormatsDocument = new TypedDocumentString(`
    query RegistryFormats {
  registryFormats {
    method
    methodName
    version
    columns {
      reference
      amount
      fee
      time
      kind
      refundWords
    }
  }
}
    `) as unknown as TypedDocumentString<RegistryFormatsQuery, RegistryFormatsQueryVariables>;
export const SaveRegistryFormatDocument = new TypedDocumentString(`
    mutation SaveRegistryFormat($input: SaveRegistryFormatInput!) {
  saveRegistryFormat(input: $input) {
    __typename
    ... on RegistryFormatSaved {
      format {
        method
        version
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveRegistryFormatMutation, SaveRegistryFormatMutationVariables>;
export const SettleDifferenceDocument = new TypedDocumentString(`
    mutation SettleDifference($input: SettleDifferenceInput!) {
  settleDifference(input: $input) {
    __typename
    ... on DifferenceSettled {
      said
      difference {
        ...RegistryDifferenceParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        code
        message
      }
    }
  }
}
    fragment RegistryDifferenceParts on RegistryDifference {
  id
  kind
  refund
  line
  reference
  orderNumber
  theirs {
    amount
    currency
  }
  ours {
    amount
    currency
  }
  theirFee {
    amount
    currency
  }
  ourFee {
    amount
    currency
  }
  saidAt
  state
  note
  settledAt
  settledBy {
    firstName
    lastName
  }
  registry {
    id
    methodName
    name
  }
}`) as unknown as TypedDocumentString<SettleDifferenceMutation, SettleDifferenceMutationVariables>;
export const ReportCatalogueDocument = new TypedDocumentString(`
    query ReportCatalogue {
  reportDataSets {
    code
    name
    period
    columns {
      code
      name
      kind
      groups
      addsUp
      operators
    }
  }
}
    `) as unknown as TypedDocumentString<ReportCatalogueQuery, ReportCatalogueQueryVariables>;
export const ReportViewsDocument = new TypedDocumentString(`
    query ReportViews {
  standardReports {
    code
    name
    definition {
      ...ReportAsked
    }
  }
  savedReports {
    id
    name
    shared
    own
    schedule {
      rhythm
      hour
      recipients
      nextAt
    }
    owner {
      firstName
      lastName
      email
    }
    definition {
      ...ReportAsked
    }
  }
}
    fragment ReportAsked on ReportDefinition {
  dataSet
  period {
    kind
    from
    to
  }
  columns
  groups {
    column
    part
  }
  measures {
    kind
    column
  }
  filters {
    column
    operator
    values
  }
  sort {
    column
    measure
    descending
  }
  chart
}`) as unknown as TypedDocumentString<ReportViewsQuery, ReportViewsQueryVariables>;
export const ReportFiguresDocument = new TypedDocumentString(`
    query ReportFigures($definition: ReportDefinitionInput!, $first: Int!, $after: String) {
  report(definition: $definition, first: $first, after: $after) {
    __typename
    ... on ReportTable {
      from
      to
      totalCount
      groups {
        name
        kind
        part
      }
      measures {
        name
        kind
      }
      rows {
        ...ReportLine
      }
      totals {
        ...ReportLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment ReportLine on ReportRow {
  level
  currency
  keys {
    value
    text
  }
  measures {
    value
    text
  }
}`) as unknown as TypedDocumentString<ReportFiguresQuery, ReportFiguresQueryVariables>;
export const ReportChoicesDocument = new TypedDocumentString(`
    query ReportChoices($definition: ReportDefinitionInput!) {
  report(definition: $definition, first: 500) {
    __typename
    ... on ReportTable {
      rows {
        keys {
          value
          text
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReportChoicesQuery, ReportChoicesQueryVariables>;
export const ReportBehindDocument = new TypedDocumentString(`
    query ReportBehind($definition: ReportDefinitionInput!, $path: [String]!, $currency: String, $first: Int!, $after: String) {
  reportRows(
    definition: $definition
    path: $path
    currency: $currency
    first: $first
    after: $after
  ) {
    __typename
    ... on ReportDetails {
      totalCount
      columns {
        name
        kind
      }
      nodes {
        currency
        cells {
          value
          text
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReportBehindQuery, ReportBehindQueryVariables>;
export const ExportReportDocument = new TypedDocumentString(`
    mutation ExportReport($input: ExportReportInput!) {
  exportReport(input: $input) {
    __typename
    ... on ExportReady {
      url
    }
    ... on TooManyAttempts {
      message
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExportReportMutation, ExportReportMutationVariables>;
export const SaveReportDocument = new TypedDocumentString(`
    mutation SaveReport($input: SaveReportInput!) {
  saveReport(input: $input) {
    __typename
    ... on ReportSaved {
      report {
        id
        name
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SaveReportMutation, SaveReportMutationVariables>;
export const DropReportDocument = new TypedDocumentString(`
    mutation DropReport($id: ID!) {
  dropReport(id: $id) {
    ok
  }
}
    `) as unknown as TypedDocumentString<DropReportMutation, DropReportMutationVariables>;
export const ScheduleReportDocument = new TypedDocumentString(`
    mutation ScheduleReport($input: ScheduleReportInput!) {
  scheduleReport(input: $input) {
    __typename
    ... on ReportScheduled {
      report {
        id
        name
        schedule {
          rhythm
          hour
          recipients
          nextAt
        }
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ScheduleReportMutation, ScheduleReportMutationVariables>;
export const SalesDocument = new TypedDocumentString(`
    query Sales($days: Int!) {
  salesByDay(days: $days) {
    date
    orders
    amounts {
      amount
      currency
    }
    channels {
      channel
      orders
      amounts {
        amount
        currency
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SalesQuery, SalesQueryVariables>;
export const TripDayDocument = new TypedDocumentString(`
    query TripDay {
  tripDay {
    date
    trips
    places
    sold
    cancelled
    delayed
    lines {
      number
      name
      trips
      places
      sold
      delayed
    }
    late {
      id
      number
      destination
      delayMinutes
    }
  }
}
    `) as unknown as TypedDocumentString<TripDayQuery, TripDayQueryVariables>;
export const AlarmsDocument = new TypedDocumentString(`
    query Alarms {
  alarms {
    failedJobs
    failedRefunds
  }
}
    `) as unknown as TypedDocumentString<AlarmsQuery, AlarmsQueryVariables>;
export const RouteRecordsDocument = new TypedDocumentString(`
    query RouteRecords($filter: RouteFilterInput, $sort: RouteSort = NUMBER, $direction: SortDirection = ASC, $after: String) {
  routeRecords(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...RouteParts
    }
  }
}
    fragment RouteParts on RouteRecord {
  id
  version
  number
  name
  names {
    ru
    ky
    en
  }
  carrier {
    id
    name
  }
  kind
  serviceClass
  layoutId
  units
  reserved
  onlineSale
  passportRequired
  amenities
  active
  keptByOffice
}`) as unknown as TypedDocumentString<RouteRecordsQuery, RouteRecordsQueryVariables>;
export const RouteRecordDocument = new TypedDocumentString(`
    query RouteRecord($id: ID!) {
  routeRecord(id: $id) {
    ...RouteParts
    paths {
      ...PathParts
    }
    departures {
      ...DepartureParts
    }
    priceLists {
      ...PriceListParts
    }
  }
}
    fragment RouteParts on RouteRecord {
  id
  version
  number
  name
  names {
    ru
    ky
    en
  }
  carrier {
    id
    name
  }
  kind
  serviceClass
  layoutId
  units
  reserved
  onlineSale
  passportRequired
  amenities
  active
  keptByOffice
}
fragment CallParts on PathCall {
  stop {
    id
    name
    place {
      name
    }
  }
  arrives
  departs
  boarding
  alighting
  metres
  cabotage
}
fragment PathParts on PathRecord {
  id
  version
  active
  stops {
    ...CallParts
  }
}
fragment DepartureParts on DepartureRecord {
  id
  version
  number
  startsAt
  weekdays
  firstDate
  lastDate
  exceptions {
    date
    runs
  }
  onHolidays
  pathId
  calls {
    stop {
      id
      name
      place {
        id
        name
      }
    }
  }
  platformId
  vehicle {
    id
    plate
    make
  }
  saleOpensDays
  saleClosesMinutes
  active
}
fragment PriceListParts on PriceListRecord {
  id
  version
  name
  firstDate
  lastDate
  weekdays
  currency
  seatClass
  prices {
    fromId
    toId
    price {
      amount
      currency
    }
  }
  active
}`) as unknown as TypedDocumentString<RouteRecordQuery, RouteRecordQueryVariables>;
export const RouteChoicesDocument = new TypedDocumentString(`
    query RouteChoices {
  carriers {
    id
    name
  }
  layouts {
    id
    name
    seatCount
  }
}
    `) as unknown as TypedDocumentString<RouteChoicesQuery, RouteChoicesQueryVariables>;
export const StationChoicesDocument = new TypedDocumentString(`
    query StationChoices($text: String) {
  stationRecords(filter: {text: $text, active: true}, first: 20) {
    nodes {
      id
      name
      place {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StationChoicesQuery, StationChoicesQueryVariables>;
export const PlatformChoicesDocument = new TypedDocumentString(`
    query PlatformChoices($id: ID!) {
  stationRecord(id: $id) {
    id
    platforms {
      id
      sign
      active
    }
  }
}
    `) as unknown as TypedDocumentString<PlatformChoicesQuery, PlatformChoicesQueryVariables>;
export const VehicleChoicesDocument = new TypedDocumentString(`
    query VehicleChoices($carrier: ID!) {
  vehicles(filter: {carrierId: $carrier}, first: 100) {
    nodes {
      id
      plate
      make
      active
    }
  }
}
    `) as unknown as TypedDocumentString<VehicleChoicesQuery, VehicleChoicesQueryVariables>;
export const DeparturePreviewDocument = new TypedDocumentString(`
    query DeparturePreview($input: SaveDepartureInput!) {
  departurePreview(input: $input) {
    __typename
    ... on DeparturePreview {
      days {
        date
        runs
        because
      }
      made
      removed
      renewed
      withoutVehicle
      vehicleClashes {
        ...ClashParts
      }
      kept {
        ...KeptParts
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
  }
}
    fragment ClashParts on VehicleClash {
  routeId
  number
  departs {
    at
    local
  }
  days
}
fragment KeptParts on KeptTrip {
  tripId
  number
  departs {
    local
  }
  tickets
}`) as unknown as TypedDocumentString<DeparturePreviewQuery, DeparturePreviewQueryVariables>;
export const PricesByDistanceDocument = new TypedDocumentString(`
    query PricesByDistance($path: ID!, $rule: ByDistanceInput!) {
  pricesByDistance(pathId: $path, rule: $rule) {
    fromId
    toId
    price {
      amount
    }
  }
}
    `) as unknown as TypedDocumentString<PricesByDistanceQuery, PricesByDistanceQueryVariables>;
export const RouteNamesDocument = new TypedDocumentString(`
    query RouteNames($text: String) {
  routeRecords(filter: {text: $text}, first: 50) {
    nodes {
      id
      number
      name
    }
  }
}
    `) as unknown as TypedDocumentString<RouteNamesQuery, RouteNamesQueryVariables>;
export const AncillaryChoicesDocument = new TypedDocumentString(`
    query AncillaryChoices {
  baggage: tariffRules(filter: {kind: BAGGAGE}, first: 100) {
    nodes {
      code
      name
    }
  }
  extras: tariffRules(filter: {kind: EXTRA}, first: 100) {
    nodes {
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<AncillaryChoicesQuery, AncillaryChoicesQueryVariables>;
export const CalculatorStopsDocument = new TypedDocumentString(`
    query CalculatorStops($id: ID!) {
  routeRecord(id: $id) {
    departures {
      calls {
        stop {
          id
          name
          place {
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CalculatorStopsQuery, CalculatorStopsQueryVariables>;
export const PriceCalculationDocument = new TypedDocumentString(`
    query PriceCalculation($route: ID!, $from: ID!, $to: ID!, $date: Date!, $soldOn: Date, $channel: SalesChannel!, $promoCode: String, $seatClass: String, $occupied: Int!, $ancillaries: [String!]!) {
  priceCalculation(
    routeId: $route
    fromId: $from
    toId: $to
    date: $date
    terms: {soldOn: $soldOn, channel: $channel, promoCode: $promoCode, seatClass: $seatClass, occupied: $occupied, ancillaries: $ancillaries}
  ) {
    category {
      code
      name
    }
    lines {
      title
      amount {
        amount
        currency
      }
      detail
    }
    total {
      amount
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<PriceCalculationQuery, PriceCalculationQueryVariables>;
export const SaveRouteDocument = new TypedDocumentString(`
    mutation SaveRoute($input: SaveRouteInput!) {
  saveRoute(input: $input) {
    __typename
    ... on RouteSaved {
      route {
        ...RouteParts
      }
      keptTrips
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment RouteParts on RouteRecord {
  id
  version
  number
  name
  names {
    ru
    ky
    en
  }
  carrier {
    id
    name
  }
  kind
  serviceClass
  layoutId
  units
  reserved
  onlineSale
  passportRequired
  amenities
  active
  keptByOffice
}`) as unknown as TypedDocumentString<SaveRouteMutation, SaveRouteMutationVariables>;
export const SavePathDocument = new TypedDocumentString(`
    mutation SavePath($input: SavePathInput!) {
  savePath(input: $input) {
    __typename
    ... on PathSaved {
      path {
        ...PathParts
      }
      keptTrips
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment CallParts on PathCall {
  stop {
    id
    name
    place {
      name
    }
  }
  arrives
  departs
  boarding
  alighting
  metres
  cabotage
}
fragment PathParts on PathRecord {
  id
  version
  active
  stops {
    ...CallParts
  }
}`) as unknown as TypedDocumentString<SavePathMutation, SavePathMutationVariables>;
export const SaveDepartureDocument = new TypedDocumentString(`
    mutation SaveDeparture($input: SaveDepartureInput!) {
  saveDeparture(input: $input) {
    __typename
    ... on DepartureSaved {
      departure {
        ...DepartureParts
      }
      made
      removed
      renewed
      followed
      withoutVehicle
      vehicleClashes {
        ...ClashParts
      }
      kept {
        ...KeptParts
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
    ... on OverruleNeeded {
      message
      objections {
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment DepartureParts on DepartureRecord {
  id
  version
  number
  startsAt
  weekdays
  firstDate
  lastDate
  exceptions {
    date
    runs
  }
  onHolidays
  pathId
  calls {
    stop {
      id
      name
      place {
        id
        name
      }
    }
  }
  platformId
  vehicle {
    id
    plate
    make
  }
  saleOpensDays
  saleClosesMinutes
  active
}
fragment ClashParts on VehicleClash {
  routeId
  number
  departs {
    at
    local
  }
  days
}
fragment KeptParts on KeptTrip {
  tripId
  number
  departs {
    local
  }
  tickets
}`) as unknown as TypedDocumentString<SaveDepartureMutation, SaveDepartureMutationVariables>;
export const SavePriceListDocument = new TypedDocumentString(`
    mutation SavePriceList($input: SavePriceListInput!) {
  savePriceList(input: $input) {
    __typename
    ... on PriceListSaved {
      priceList {
        ...PriceListParts
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment PriceListParts on PriceListRecord {
  id
  version
  name
  firstDate
  lastDate
  weekdays
  currency
  seatClass
  prices {
    fromId
    toId
    price {
      amount
      currency
    }
  }
  active
}`) as unknown as TypedDocumentString<SavePriceListMutation, SavePriceListMutationVariables>;
export const SaleSearchDocument = new TypedDocumentString(`
    query SaleSearch($input: SearchInput!) {
  searchJourneys(input: $input) {
    journeys {
      id
      state
      changes
      durationMinutes
      seatsLeft
      priceFrom {
        ...MoneyParts
      }
      segments {
        seatsLeft
        state
        notOnSaleReason
        from {
          ...SaleCallParts
        }
        to {
          ...SaleCallParts
        }
        trip {
          id
          number
          destination
          state
          delayMinutes
          carrier {
            id
            name
          }
          vehicle {
            name
          }
        }
      }
    }
  }
}
    fragment SaleCallParts on StopCall {
  sequence
  platform
  arrival {
    local
  }
  departure {
    local
  }
  stop {
    id
    name
    station {
      id
      name
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<SaleSearchQuery, SaleSearchQueryVariables>;
export const SaleSeatsDocument = new TypedDocumentString(`
    query SaleSeats($tripId: ID!, $from: Int!, $to: Int!) {
  seatMap(tripId: $tripId, from: $from, to: $to) {
    version
    planId
    openSeating
    seatsLeft
    notOnSaleReason
    classPrices {
      seatClass
      price {
        ...MoneyParts
      }
    }
    units {
      name
      decks {
        level
        rows
        cols
        cells {
          row
          col
          kind
          seat {
            label
            number
            seatClass
            window
            aisle
            reclining
            facing
            features
          }
        }
      }
    }
    states {
      label
      status
    }
  }
  passengerCategories {
    code
    name
    condition
    needsSeat
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<SaleSeatsQuery, SaleSeatsQueryVariables>;
export const SaleOrderDocument = new TypedDocumentString(`
    query SaleOrder($id: ID!) {
  order(id: $id) {
    ...SaleOrderParts
  }
}
    fragment SaleCallParts on StopCall {
  sequence
  platform
  arrival {
    local
  }
  departure {
    local
  }
  stop {
    id
    name
    station {
      id
      name
    }
  }
}
fragment SaleOrderParts on Order {
  id
  number
  status
  holdUntil
  readyToPay
  ticketsPdfUrl
  total {
    ...MoneyParts
  }
  due {
    ...MoneyParts
  }
  explanation {
    kind
    title
    detail
    amount {
      ...MoneyParts
    }
  }
  ancillaryOptions {
    code
    name
    detail
    maxCount
    price {
      ...MoneyParts
    }
  }
  passengers {
    id
    lastName
    firstName
    category {
      code
      name
      condition
      proofRequired
    }
    total {
      ...MoneyParts
    }
  }
  segments {
    index
    from {
      ...SaleCallParts
    }
    to {
      ...SaleCallParts
    }
    trip {
      id
      number
      destination
    }
    lines {
      id
      kind
      seat
      passenger {
        id
      }
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<SaleOrderQuery, SaleOrderQueryVariables>;
export const SaleHoldDocument = new TypedDocumentString(`
    mutation SaleHold($input: HoldSeatsInput!) {
  holdSeats(input: $input) {
    __typename
    ... on HeldSeats {
      order {
        ...SaleOrderParts
      }
    }
    ... on UserError {
      message
    }
    ... on InvalidInput {
      fields {
        path
        message
      }
    }
  }
}
    fragment SaleCallParts on StopCall {
  sequence
  platform
  arrival {
    local
  }
  departure {
    local
  }
  stop {
    id
    name
    station {
      id
      name
    }
  }
}
fragment SaleOrderParts on Order {
  id
  number
  status
  holdUntil
  readyToPay
  ticketsPdfUrl
  total {
    ...MoneyParts
  }
  due {
    ...MoneyParts
  }
  explanation {
    kind
    title
    detail
    amount {
      ...MoneyParts
    }
  }
  ancillaryOptions {
    code
    name
    detail
    maxCount
    price {
      ...MoneyParts
    }
  }
  passengers {
    id
    lastName
    firstName
    category {
      code
      name
      condition
      proofRequired
    }
    total {
      ...MoneyParts
    }
  }
  segments {
    index
    from {
      ...SaleCallParts
    }
    to {
      ...SaleCallParts
    }
    trip {
      id
      number
      destination
    }
    lines {
      id
      kind
      seat
      passenger {
        id
      }
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<SaleHoldMutation, SaleHoldMutationVariables>;
export const SaleNameDocument = new TypedDocumentString(`
    mutation SaleName($input: SetPassengersInput!) {
  setPassengers(input: $input) {
    __typename
    ... on OrderChanged {
      order {
        ...SaleOrderParts
      }
    }
    ... on UserError {
      message
    }
    ... on InvalidInput {
      fields {
        path
        message
      }
    }
  }
}
    fragment SaleCallParts on StopCall {
  sequence
  platform
  arrival {
    local
  }
  departure {
    local
  }
  stop {
    id
    name
    station {
      id
      name
    }
  }
}
fragment SaleOrderParts on Order {
  id
  number
  status
  holdUntil
  readyToPay
  ticketsPdfUrl
  total {
    ...MoneyParts
  }
  due {
    ...MoneyParts
  }
  explanation {
    kind
    title
    detail
    amount {
      ...MoneyParts
    }
  }
  ancillaryOptions {
    code
    name
    detail
    maxCount
    price {
      ...MoneyParts
    }
  }
  passengers {
    id
    lastName
    firstName
    category {
      code
      name
      condition
      proofRequired
    }
    total {
      ...MoneyParts
    }
  }
  segments {
    index
    from {
      ...SaleCallParts
    }
    to {
      ...SaleCallParts
    }
    trip {
      id
      number
      destination
    }
    lines {
      id
      kind
      seat
      passenger {
        id
      }
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<SaleNameMutation, SaleNameMutationVariables>;
export const SaleDropDocument = new TypedDocumentString(`
    mutation SaleDrop($input: ReleaseOrderInput!) {
  releaseOrder(input: $input) {
    __typename
    ... on UserError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaleDropMutation, SaleDropMutationVariables>;
export const SavedViewsDocument = new TypedDocumentString(`
    query SavedViews($list: String!) {
  savedViews(list: $list) {
    id
    name
    shared
    own
    owner {
      id
      firstName
      lastName
      email
    }
    settings {
      name
      value
    }
  }
}
    `) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const SaveViewDocument = new TypedDocumentString(`
    mutation SaveView($input: SaveViewInput!) {
  saveView(input: $input) {
    __typename
    ... on ViewSaved {
      view {
        id
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SaveViewMutation, SaveViewMutationVariables>;
export const DropViewDocument = new TypedDocumentString(`
    mutation DropView($id: ID!) {
  dropView(id: $id) {
    ok
  }
}
    `) as unknown as TypedDocumentString<DropViewMutation, DropViewMutationVariables>;
export const BeginSecondFactorDocument = new TypedDocumentString(`
    mutation BeginSecondFactor($password: String!) {
  beginSecondFactor(input: {password: $password}) {
    __typename
    ... on SecondFactorBegun {
      secret
      qrSvg
      uri
    }
    ... on InvalidInput {
      message
      fields {
        message
      }
    }
    ... on UserError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BeginSecondFactorMutation, BeginSecondFactorMutationVariables>;
export const ConfirmSecondFactorDocument = new TypedDocumentString(`
    mutation ConfirmSecondFactor($code: String!) {
  confirmSecondFactor(input: {code: $code}) {
    ...RecoveryCodesOutcome
  }
}
    fragment RecoveryCodesOutcome on RecoveryCodesResult {
  __typename
  ... on RecoveryCodes {
    recoveryCodes
  }
  ... on InvalidInput {
    message
    fields {
      message
    }
  }
  ... on TooManyAttempts {
    message
  }
}`) as unknown as TypedDocumentString<ConfirmSecondFactorMutation, ConfirmSecondFactorMutationVariables>;
export const RenewRecoveryCodesDocument = new TypedDocumentString(`
    mutation RenewRecoveryCodes($code: String!) {
  renewRecoveryCodes(input: {code: $code}) {
    ...RecoveryCodesOutcome
  }
}
    fragment RecoveryCodesOutcome on RecoveryCodesResult {
  __typename
  ... on RecoveryCodes {
    recoveryCodes
  }
  ... on InvalidInput {
    message
    fields {
      message
    }
  }
  ... on TooManyAttempts {
    message
  }
}`) as unknown as TypedDocumentString<RenewRecoveryCodesMutation, RenewRecoveryCodesMutationVariables>;
export const DropSecondFactorDocument = new TypedDocumentString(`
    mutation DropSecondFactor($code: String!) {
  dropSecondFactor(input: {code: $code}) {
    __typename
    ... on SecondFactorDropped {
      ok
    }
    ... on InvalidInput {
      message
      fields {
        message
      }
    }
    ... on TooManyAttempts {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DropSecondFactorMutation, DropSecondFactorMutationVariables>;
export const DemandSecondFactorDocument = new TypedDocumentString(`
    mutation DemandSecondFactor($role: String!, $version: Int!, $demanded: Boolean!) {
  demandSecondFactor(input: {role: $role, version: $version, demanded: $demanded}) {
    __typename
    ... on RoleSaved {
      role {
        ...RoleParts
      }
    }
    ... on UserError {
      message
    }
  }
}
    fragment RoleParts on Role {
  code
  name
  nameRu
  nameKy
  nameEn
  permissions
  everything
  secondFactor
  version
}`) as unknown as TypedDocumentString<DemandSecondFactorMutation, DemandSecondFactorMutationVariables>;
export const SettlementsDocument = new TypedDocumentString(`
    query Settlements($filter: SettlementFilterInput, $sort: SettlementSort!, $direction: SortDirection!, $after: String) {
  settlements(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 30
    after: $after
  ) {
    nodes {
      ...SettlementParts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment SettlementParts on Settlement {
  id
  number
  carrier {
    id
    name
  }
  currency
  startsOn
  endsOn
  state
  figures {
    opening {
      amount
      currency
    }
    soldCount
    sold {
      amount
      currency
    }
    returnedCount
    returned {
      amount
      currency
    }
    exchanged {
      amount
      currency
    }
    handedOver {
      amount
      currency
    }
    commission {
      amount
      currency
    }
    stationFee {
      amount
      currency
    }
    withheld {
      amount
      currency
    }
    corrected {
      amount
      currency
    }
    paidBefore {
      amount
      currency
    }
    closing {
      amount
      currency
    }
  }
  paid {
    amount
    currency
  }
  due {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<SettlementsQuery, SettlementsQueryVariables>;
export const SettlementDocument = new TypedDocumentString(`
    query Settlement($id: ID!, $staff: Boolean!) {
  settlement(id: $id) {
    ...SettlementParts
    contractNumber
    approvedAt
    approvedBy @include(if: $staff) {
      firstName
      lastName
    }
    payments @include(if: $staff) {
      ...PostingParts
    }
  }
}
    fragment SettlementParts on Settlement {
  id
  number
  carrier {
    id
    name
  }
  currency
  startsOn
  endsOn
  state
  figures {
    opening {
      amount
      currency
    }
    soldCount
    sold {
      amount
      currency
    }
    returnedCount
    returned {
      amount
      currency
    }
    exchanged {
      amount
      currency
    }
    handedOver {
      amount
      currency
    }
    commission {
      amount
      currency
    }
    stationFee {
      amount
      currency
    }
    withheld {
      amount
      currency
    }
    corrected {
      amount
      currency
    }
    paidBefore {
      amount
      currency
    }
    closing {
      amount
      currency
    }
  }
  paid {
    amount
    currency
  }
  due {
    amount
    currency
  }
}
fragment PostingParts on LedgerPosting {
  id
  kind
  at
  madeAt
  madeBy {
    firstName
    lastName
  }
  reason
  document
  orderNumber
  lines {
    account {
      code
      name
    }
    amount {
      amount
      currency
    }
  }
  reversal
  reversed
  reversible
}`) as unknown as TypedDocumentString<SettlementQuery, SettlementQueryVariables>;
export const SettlementTripsDocument = new TypedDocumentString(`
    query SettlementTrips($id: ID!, $after: String) {
  settlement(id: $id) {
    id
    trips(first: 50, after: $after) {
      nodes {
        tripId
        date
        route
        soldCount
        returnedCount
        sold {
          amount
          currency
        }
        returned {
          amount
          currency
        }
        moved {
          amount
          currency
        }
        commission {
          amount
          currency
        }
        stationFee {
          amount
          currency
        }
        total {
          amount
          currency
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<SettlementTripsQuery, SettlementTripsQueryVariables>;
export const MakeSettlementDocument = new TypedDocumentString(`
    mutation MakeSettlement($input: MakeSettlementInput!) {
  makeSettlement(input: $input) {
    __typename
    ... on SettlementChanged {
      settlement {
        ...SettlementParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment SettlementParts on Settlement {
  id
  number
  carrier {
    id
    name
  }
  currency
  startsOn
  endsOn
  state
  figures {
    opening {
      amount
      currency
    }
    soldCount
    sold {
      amount
      currency
    }
    returnedCount
    returned {
      amount
      currency
    }
    exchanged {
      amount
      currency
    }
    handedOver {
      amount
      currency
    }
    commission {
      amount
      currency
    }
    stationFee {
      amount
      currency
    }
    withheld {
      amount
      currency
    }
    corrected {
      amount
      currency
    }
    paidBefore {
      amount
      currency
    }
    closing {
      amount
      currency
    }
  }
  paid {
    amount
    currency
  }
  due {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<MakeSettlementMutation, MakeSettlementMutationVariables>;
export const ApproveSettlementDocument = new TypedDocumentString(`
    mutation ApproveSettlement($input: ApproveSettlementInput!) {
  approveSettlement(input: $input) {
    __typename
    ... on SettlementChanged {
      settlement {
        ...SettlementParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment SettlementParts on Settlement {
  id
  number
  carrier {
    id
    name
  }
  currency
  startsOn
  endsOn
  state
  figures {
    opening {
      amount
      currency
    }
    soldCount
    sold {
      amount
      currency
    }
    returnedCount
    returned {
      amount
      currency
    }
    exchanged {
      amount
      currency
    }
    handedOver {
      amount
      currency
    }
    commission {
      amount
      currency
    }
    stationFee {
      amount
      currency
    }
    withheld {
      amount
      currency
    }
    corrected {
      amount
      currency
    }
    paidBefore {
      amount
      currency
    }
    closing {
      amount
      currency
    }
  }
  paid {
    amount
    currency
  }
  due {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<ApproveSettlementMutation, ApproveSettlementMutationVariables>;
export const PaySettlementDocument = new TypedDocumentString(`
    mutation PaySettlement($input: PaySettlementInput!) {
  paySettlement(input: $input) {
    __typename
    ... on SettlementChanged {
      settlement {
        ...SettlementParts
      }
    }
    ... on IdempotencyConflict {
      message
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment SettlementParts on Settlement {
  id
  number
  carrier {
    id
    name
  }
  currency
  startsOn
  endsOn
  state
  figures {
    opening {
      amount
      currency
    }
    soldCount
    sold {
      amount
      currency
    }
    returnedCount
    returned {
      amount
      currency
    }
    exchanged {
      amount
      currency
    }
    handedOver {
      amount
      currency
    }
    commission {
      amount
      currency
    }
    stationFee {
      amount
      currency
    }
    withheld {
      amount
      currency
    }
    corrected {
      amount
      currency
    }
    paidBefore {
      amount
      currency
    }
    closing {
      amount
      currency
    }
  }
  paid {
    amount
    currency
  }
  due {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<PaySettlementMutation, PaySettlementMutationVariables>;
export const DropSettlementDocument = new TypedDocumentString(`
    mutation DropSettlement($id: ID!) {
  dropSettlement(id: $id) {
    __typename
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DropSettlementMutation, DropSettlementMutationVariables>;
export const ExportSettlementDocument = new TypedDocumentString(`
    mutation ExportSettlement($input: ExportSettlementInput!) {
  exportSettlement(input: $input) {
    __typename
    ... on ExportReady {
      url
    }
    ... on TooManyAttempts {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExportSettlementMutation, ExportSettlementMutationVariables>;
export const MyShiftDocument = new TypedDocumentString(`
    query MyShift {
  myShift {
    ...ShiftParts
    pending {
      messages
      refunds
      receipts
    }
    operations(first: 50) {
      nodes {
        ...CashOperationParts
      }
    }
  }
}
    fragment ShiftParts on Shift {
  id
  number
  openedAt
  closedAt
  closingNote
  blanks {
    state
    count
    ranges
  }
  desk {
    id
    sign
    printer
    station {
      id
      name
    }
  }
  totals {
    currency
    float {
      ...MoneyParts
    }
    soldForCash {
      ...MoneyParts
    }
    soldByCard {
      ...MoneyParts
    }
    saleCount
    returnedInCash {
      ...MoneyParts
    }
    returnedByCard {
      ...MoneyParts
    }
    returnCount
    putIn {
      ...MoneyParts
    }
    takenOut {
      ...MoneyParts
    }
    collected {
      ...MoneyParts
    }
    difference {
      ...MoneyParts
    }
    inTill {
      ...MoneyParts
    }
  }
}
fragment CashOperationParts on CashOperation {
  id
  position
  kind
  tender
  note
  at
  orderNumber
  amount {
    ...MoneyParts
  }
  balance {
    ...MoneyParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<MyShiftQuery, MyShiftQueryVariables>;
export const ShiftsDocument = new TypedDocumentString(`
    query Shifts($filter: ShiftFilterInput, $sort: ShiftSort!, $direction: SortDirection!, $after: String) {
  shifts(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    nodes {
      ...ShiftParts
      cashier {
        id
        firstName
        lastName
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ShiftParts on Shift {
  id
  number
  openedAt
  closedAt
  closingNote
  blanks {
    state
    count
    ranges
  }
  desk {
    id
    sign
    printer
    station {
      id
      name
    }
  }
  totals {
    currency
    float {
      ...MoneyParts
    }
    soldForCash {
      ...MoneyParts
    }
    soldByCard {
      ...MoneyParts
    }
    saleCount
    returnedInCash {
      ...MoneyParts
    }
    returnedByCard {
      ...MoneyParts
    }
    returnCount
    putIn {
      ...MoneyParts
    }
    takenOut {
      ...MoneyParts
    }
    collected {
      ...MoneyParts
    }
    difference {
      ...MoneyParts
    }
    inTill {
      ...MoneyParts
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<ShiftsQuery, ShiftsQueryVariables>;
export const ShiftPageDocument = new TypedDocumentString(`
    query ShiftPage($id: ID!) {
  shift(id: $id) {
    ...ShiftParts
    cashier {
      id
      firstName
      lastName
    }
    operations(first: 100) {
      nodes {
        ...CashOperationParts
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}
    fragment ShiftParts on Shift {
  id
  number
  openedAt
  closedAt
  closingNote
  blanks {
    state
    count
    ranges
  }
  desk {
    id
    sign
    printer
    station {
      id
      name
    }
  }
  totals {
    currency
    float {
      ...MoneyParts
    }
    soldForCash {
      ...MoneyParts
    }
    soldByCard {
      ...MoneyParts
    }
    saleCount
    returnedInCash {
      ...MoneyParts
    }
    returnedByCard {
      ...MoneyParts
    }
    returnCount
    putIn {
      ...MoneyParts
    }
    takenOut {
      ...MoneyParts
    }
    collected {
      ...MoneyParts
    }
    difference {
      ...MoneyParts
    }
    inTill {
      ...MoneyParts
    }
  }
}
fragment CashOperationParts on CashOperation {
  id
  position
  kind
  tender
  note
  at
  orderNumber
  amount {
    ...MoneyParts
  }
  balance {
    ...MoneyParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<ShiftPageQuery, ShiftPageQueryVariables>;
export const ShiftReportDocument = new TypedDocumentString(`
    query ShiftReport($id: ID!) {
  shiftReport(id: $id) {
    name
    mime
    content
  }
}
    `) as unknown as TypedDocumentString<ShiftReportQuery, ShiftReportQueryVariables>;
export const OpenShiftDocument = new TypedDocumentString(`
    mutation OpenShift($input: OpenShiftInput!) {
  openShift(input: $input) {
    __typename
    ... on ShiftOpened {
      shift {
        id
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OpenShiftMutation, OpenShiftMutationVariables>;
export const MoveCashDocument = new TypedDocumentString(`
    mutation MoveCash($input: MoveCashInput!) {
  moveCash(input: $input) {
    __typename
    ... on CashMoved {
      operation {
        ...CashOperationParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ShiftNeeded {
      message
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    fragment CashOperationParts on CashOperation {
  id
  position
  kind
  tender
  note
  at
  orderNumber
  amount {
    ...MoneyParts
  }
  balance {
    ...MoneyParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<MoveCashMutation, MoveCashMutationVariables>;
export const CloseShiftDocument = new TypedDocumentString(`
    mutation CloseShift($input: CloseShiftInput!) {
  closeShift(input: $input) {
    __typename
    ... on ShiftClosed {
      shift {
        ...ShiftParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ShiftNeeded {
      message
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    fragment ShiftParts on Shift {
  id
  number
  openedAt
  closedAt
  closingNote
  blanks {
    state
    count
    ranges
  }
  desk {
    id
    sign
    printer
    station {
      id
      name
    }
  }
  totals {
    currency
    float {
      ...MoneyParts
    }
    soldForCash {
      ...MoneyParts
    }
    soldByCard {
      ...MoneyParts
    }
    saleCount
    returnedInCash {
      ...MoneyParts
    }
    returnedByCard {
      ...MoneyParts
    }
    returnCount
    putIn {
      ...MoneyParts
    }
    takenOut {
      ...MoneyParts
    }
    collected {
      ...MoneyParts
    }
    difference {
      ...MoneyParts
    }
    inTill {
      ...MoneyParts
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<CloseShiftMutation, CloseShiftMutationVariables>;
export const TakePaymentDocument = new TypedDocumentString(`
    mutation TakePayment($input: TakePaymentInput!) {
  takePayment(input: $input) {
    __typename
    ... on PaymentTaken {
      ticketsPdfUrl
      change {
        ...MoneyParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ShiftNeeded {
      message
    }
    ... on HoldExpired {
      message
    }
    ... on OrderClosed {
      message
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<TakePaymentMutation, TakePaymentMutationVariables>;
export const PayOutRefundsDocument = new TypedDocumentString(`
    mutation PayOutRefunds($input: PayOutRefundsInput!) {
  payOutRefunds(input: $input) {
    __typename
    ... on RefundsPaidOut {
      operations {
        id
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ShiftNeeded {
      message
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PayOutRefundsMutation, PayOutRefundsMutationVariables>;
export const AnnulSaleDocument = new TypedDocumentString(`
    mutation AnnulSale($input: AnnulSaleInput!) {
  annulSale(input: $input) {
    __typename
    ... on SaleAnnulled {
      cash {
        ...MoneyParts
      }
      card {
        ...MoneyParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ShiftNeeded {
      message
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<AnnulSaleMutation, AnnulSaleMutationVariables>;
export const QuoteReturnDocument = new TypedDocumentString(`
    mutation QuoteReturn($input: QuoteRefundInput!) {
  quoteRefund(input: $input) {
    __typename
    ... on RefundQuoted {
      quote {
        ...OfferParts
      }
    }
    ... on NotRefundable {
      message
    }
  }
}
    fragment OfferParts on Refund {
  id
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    explanation
    refunded {
      ...MoneyParts
    }
    byRule {
      withheldOfFare {
        ...MoneyParts
      }
      refunded {
        ...MoneyParts
      }
    }
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<QuoteReturnMutation, QuoteReturnMutationVariables>;
export const ConfirmReturnDocument = new TypedDocumentString(`
    mutation ConfirmReturn($input: ConfirmRefundInput!) {
  confirmRefund(input: $input) {
    __typename
    ... on RefundConfirmed {
      refund {
        id
        state
        waitsAtDesk
      }
    }
    ... on QuoteExpired {
      message
    }
    ... on NotRefundable {
      message
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmReturnMutation, ConfirmReturnMutationVariables>;
export const SellAncillariesDocument = new TypedDocumentString(`
    mutation SellAncillaries($input: SellAncillariesInput!) {
  sellAncillaries(input: $input) {
    __typename
    ... on AncillariesSold {
      ticketsPdfUrl
      change {
        ...MoneyParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ShiftNeeded {
      message
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<SellAncillariesMutation, SellAncillariesMutationVariables>;
export const StaffDocument = new TypedDocumentString(`
    query Staff($filter: StaffFilterInput, $sort: StaffSort = ADDED, $direction: SortDirection = DESC, $after: String) {
  staff(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...MemberParts
    }
  }
}
    fragment MemberParts on StaffMember {
  id
  firstName
  lastName
  email
  blockedAt
  invitedAt
  lastSeenAt
  secondFactor
  version
  role {
    code
    name
  }
  carrier {
    id
    name
  }
  stations {
    id
    name
  }
  desks {
    id
    sign
  }
}`) as unknown as TypedDocumentString<StaffQuery, StaffQueryVariables>;
export const StaffNameDocument = new TypedDocumentString(`
    query StaffName($id: ID!) {
  staffMember(id: $id) {
    id
    firstName
    lastName
    email
  }
}
    `) as unknown as TypedDocumentString<StaffNameQuery, StaffNameQueryVariables>;
export const StaffMemberDocument = new TypedDocumentString(`
    query StaffMember($id: ID!) {
  staffMember(id: $id) {
    ...MemberParts
  }
  staffSessions(id: $id) {
    id
    current
    createdAt
    lastUsedAt
    address
    device
  }
}
    fragment MemberParts on StaffMember {
  id
  firstName
  lastName
  email
  blockedAt
  invitedAt
  lastSeenAt
  secondFactor
  version
  role {
    code
    name
  }
  carrier {
    id
    name
  }
  stations {
    id
    name
  }
  desks {
    id
    sign
  }
}`) as unknown as TypedDocumentString<StaffMemberQuery, StaffMemberQueryVariables>;
export const StaffChoicesDocument = new TypedDocumentString(`
    query StaffChoices {
  roles(first: 100) {
    nodes {
      code
      name
    }
  }
  carriers {
    id
    name
  }
  stations(first: 200) {
    id
    name
  }
  desks {
    id
    sign
    active
    station {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<StaffChoicesQuery, StaffChoicesQueryVariables>;
export const RolesDocument = new TypedDocumentString(`
    query Roles($filter: RoleFilterInput, $sort: RoleSort!, $direction: SortDirection!, $after: String) {
  roles(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...RoleParts
      staffCount
    }
  }
}
    fragment RoleParts on Role {
  code
  name
  nameRu
  nameKy
  nameEn
  permissions
  everything
  secondFactor
  version
}`) as unknown as TypedDocumentString<RolesQuery, RolesQueryVariables>;
export const InviteStaffDocument = new TypedDocumentString(`
    mutation InviteStaff($input: InviteStaffInput!) {
  inviteStaff(input: $input) {
    ...StaffOutcome
  }
}
    fragment MemberParts on StaffMember {
  id
  firstName
  lastName
  email
  blockedAt
  invitedAt
  lastSeenAt
  secondFactor
  version
  role {
    code
    name
  }
  carrier {
    id
    name
  }
  stations {
    id
    name
  }
  desks {
    id
    sign
  }
}
fragment StaffOutcome on ChangeStaffResult {
  __typename
  ... on StaffChanged {
    member {
      ...MemberParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<InviteStaffMutation, InviteStaffMutationVariables>;
export const UpdateStaffDocument = new TypedDocumentString(`
    mutation UpdateStaff($input: UpdateStaffInput!) {
  updateStaff(input: $input) {
    ...StaffOutcome
  }
}
    fragment MemberParts on StaffMember {
  id
  firstName
  lastName
  email
  blockedAt
  invitedAt
  lastSeenAt
  secondFactor
  version
  role {
    code
    name
  }
  carrier {
    id
    name
  }
  stations {
    id
    name
  }
  desks {
    id
    sign
  }
}
fragment StaffOutcome on ChangeStaffResult {
  __typename
  ... on StaffChanged {
    member {
      ...MemberParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<UpdateStaffMutation, UpdateStaffMutationVariables>;
export const BlockStaffDocument = new TypedDocumentString(`
    mutation BlockStaff($id: ID!, $blocked: Boolean!) {
  blockStaff(input: {id: $id, blocked: $blocked}) {
    ...StaffOutcome
  }
}
    fragment MemberParts on StaffMember {
  id
  firstName
  lastName
  email
  blockedAt
  invitedAt
  lastSeenAt
  secondFactor
  version
  role {
    code
    name
  }
  carrier {
    id
    name
  }
  stations {
    id
    name
  }
  desks {
    id
    sign
  }
}
fragment StaffOutcome on ChangeStaffResult {
  __typename
  ... on StaffChanged {
    member {
      ...MemberParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<BlockStaffMutation, BlockStaffMutationVariables>;
export const EndStaffSessionDocument = new TypedDocumentString(`
    mutation EndStaffSession($id: ID!) {
  endStaffSession(id: $id) {
    ok
  }
}
    `) as unknown as TypedDocumentString<EndStaffSessionMutation, EndStaffSessionMutationVariables>;
export const ResetStaffDocument = new TypedDocumentString(`
    mutation ResetStaff($id: ID!) {
  resetStaff(input: {id: $id}) {
    ...StaffOutcome
  }
}
    fragment MemberParts on StaffMember {
  id
  firstName
  lastName
  email
  blockedAt
  invitedAt
  lastSeenAt
  secondFactor
  version
  role {
    code
    name
  }
  carrier {
    id
    name
  }
  stations {
    id
    name
  }
  desks {
    id
    sign
  }
}
fragment StaffOutcome on ChangeStaffResult {
  __typename
  ... on StaffChanged {
    member {
      ...MemberParts
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<ResetStaffMutation, ResetStaffMutationVariables>;
export const SaveRoleDocument = new TypedDocumentString(`
    mutation SaveRole($input: SaveRoleInput!) {
  saveRole(input: $input) {
    __typename
    ... on RoleSaved {
      role {
        ...RoleParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment RoleParts on Role {
  code
  name
  nameRu
  nameKy
  nameEn
  permissions
  everything
  secondFactor
  version
}`) as unknown as TypedDocumentString<SaveRoleMutation, SaveRoleMutationVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($email: String!, $token: String!, $password: String!) {
  acceptInvitation(input: {email: $email, token: $token, newPassword: $password}) {
    __typename
    ... on SignedIn {
      accessToken
      expiresAt
      me {
        ...StaffParts
      }
    }
    ... on WrongCode {
      message
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on TooManyAttempts {
      message
    }
  }
}
    fragment StaffParts on Me {
  id
  firstName
  lastName
  email
  role {
    code
    name
  }
  permissions
  carrier {
    id
    name
  }
  stations {
    id
    name
  }
  secondFactor {
    on
    demanded
    recoveryCodesLeft
  }
}`) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const StationRecordsDocument = new TypedDocumentString(`
    query StationRecords($filter: StationFilterInput, $sort: StationSort = NAME, $direction: SortDirection = ASC, $after: String) {
  stationRecords(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...StationParts
      departures
    }
  }
}
    fragment StationParts on StationRecord {
  id
  code
  name
  names {
    ru
    ky
    en
  }
  kind
  place {
    id
    name
  }
  timeZone
  latitude
  longitude
  phone
  address {
    ru
    ky
    en
  }
  openingHours {
    weekday
    opens
    closes
  }
  active
  keptByOffice
  version
}`) as unknown as TypedDocumentString<StationRecordsQuery, StationRecordsQueryVariables>;
export const StationRecordDocument = new TypedDocumentString(`
    query StationRecord($id: ID!) {
  stationRecord(id: $id) {
    ...StationParts
    departures
    platforms {
      ...PlatformParts
    }
  }
}
    fragment StationParts on StationRecord {
  id
  code
  name
  names {
    ru
    ky
    en
  }
  kind
  place {
    id
    name
  }
  timeZone
  latitude
  longitude
  phone
  address {
    ru
    ky
    en
  }
  openingHours {
    weekday
    opens
    closes
  }
  active
  keptByOffice
  version
}
fragment PlatformParts on PlatformRecord {
  id
  sign
  active
  departures
  version
}`) as unknown as TypedDocumentString<StationRecordQuery, StationRecordQueryVariables>;
export const PlaceRecordsDocument = new TypedDocumentString(`
    query PlaceRecords($text: String) {
  placeRecords(text: $text, first: 20) {
    nodes {
      ...PlaceRecordParts
    }
  }
}
    fragment PlaceRecordParts on PlaceRecord {
  id
  name
  names {
    ru
    ky
    en
  }
  latitude
  longitude
  stationCount
  version
}`) as unknown as TypedDocumentString<PlaceRecordsQuery, PlaceRecordsQueryVariables>;
export const MapPointsDocument = new TypedDocumentString(`
    query MapPoints($south: Float!, $west: Float!, $north: Float!, $east: Float!) {
  mapPoints(south: $south, west: $west, north: $north, east: $east) {
    id
    name
    kind
    latitude
    longitude
  }
}
    `) as unknown as TypedDocumentString<MapPointsQuery, MapPointsQueryVariables>;
export const SaveStationDocument = new TypedDocumentString(`
    mutation SaveStation($input: SaveStationInput!) {
  saveStation(input: $input) {
    __typename
    ... on StationSaved {
      station {
        ...StationParts
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment StationParts on StationRecord {
  id
  code
  name
  names {
    ru
    ky
    en
  }
  kind
  place {
    id
    name
  }
  timeZone
  latitude
  longitude
  phone
  address {
    ru
    ky
    en
  }
  openingHours {
    weekday
    opens
    closes
  }
  active
  keptByOffice
  version
}`) as unknown as TypedDocumentString<SaveStationMutation, SaveStationMutationVariables>;
export const SavePlaceDocument = new TypedDocumentString(`
    mutation SavePlace($input: SavePlaceInput!) {
  savePlace(input: $input) {
    __typename
    ... on PlaceSaved {
      place {
        ...PlaceRecordParts
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment PlaceRecordParts on PlaceRecord {
  id
  name
  names {
    ru
    ky
    en
  }
  latitude
  longitude
  stationCount
  version
}`) as unknown as TypedDocumentString<SavePlaceMutation, SavePlaceMutationVariables>;
export const SavePlatformDocument = new TypedDocumentString(`
    mutation SavePlatform($input: SavePlatformInput!) {
  savePlatform(input: $input) {
    __typename
    ... on PlatformSaved {
      platform {
        ...PlatformParts
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment PlatformParts on PlatformRecord {
  id
  sign
  active
  departures
  version
}`) as unknown as TypedDocumentString<SavePlatformMutation, SavePlatformMutationVariables>;
export const TariffRulesDocument = new TypedDocumentString(`
    query TariffRules($filter: TariffRuleFilterInput, $sort: TariffRuleSort!, $direction: SortDirection!, $after: String) {
  tariffRules(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...TariffRuleParts
    }
  }
}
    fragment TariffRuleParts on TariffRule {
  code
  series
  version
  kind
  state
  name
  names {
    ru
    ky
    en
  }
  conditions {
    ru
    ky
    en
  }
  scopes
  carrier {
    id
    name
  }
  routes {
    id
    number
    name
  }
  channels
  validFrom
  validTo
  keptByOffice
  category
  percentOff
  ageFrom
  ageTo
  ownSeat
  quotaPerTrip
  seasonFrom
  seasonTo
  minGroup
  proofRequired
  amount {
    amount
    currency
  }
  maxCount
  ofStation
  percent
  most {
    amount
    currency
  }
  minutesBefore
  seatClass
  step {
    amount
    currency
  }
  demand {
    occupancy {
      from
      percent
    }
    ahead {
      from
      percent
    }
    floor
    ceiling
  }
}`) as unknown as TypedDocumentString<TariffRulesQuery, TariffRulesQueryVariables>;
export const TariffCarriersDocument = new TypedDocumentString(`
    query TariffCarriers {
  carriers {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<TariffCarriersQuery, TariffCarriersQueryVariables>;
export const SaveTariffRuleDocument = new TypedDocumentString(`
    mutation SaveTariffRule($input: SaveTariffRuleInput!) {
  saveTariffRule(input: $input) {
    ...TariffRuleOutcome
  }
}
    fragment TariffRuleParts on TariffRule {
  code
  series
  version
  kind
  state
  name
  names {
    ru
    ky
    en
  }
  conditions {
    ru
    ky
    en
  }
  scopes
  carrier {
    id
    name
  }
  routes {
    id
    number
    name
  }
  channels
  validFrom
  validTo
  keptByOffice
  category
  percentOff
  ageFrom
  ageTo
  ownSeat
  quotaPerTrip
  seasonFrom
  seasonTo
  minGroup
  proofRequired
  amount {
    amount
    currency
  }
  maxCount
  ofStation
  percent
  most {
    amount
    currency
  }
  minutesBefore
  seatClass
  step {
    amount
    currency
  }
  demand {
    occupancy {
      from
      percent
    }
    ahead {
      from
      percent
    }
    floor
    ceiling
  }
}
fragment TariffRuleOutcome on SaveTariffRuleResult {
  __typename
  ... on TariffRuleSaved {
    rule {
      ...TariffRuleParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<SaveTariffRuleMutation, SaveTariffRuleMutationVariables>;
export const EndTariffRuleDocument = new TypedDocumentString(`
    mutation EndTariffRule($input: EndTariffRuleInput!) {
  endTariffRule(input: $input) {
    ...TariffRuleOutcome
  }
}
    fragment TariffRuleParts on TariffRule {
  code
  series
  version
  kind
  state
  name
  names {
    ru
    ky
    en
  }
  conditions {
    ru
    ky
    en
  }
  scopes
  carrier {
    id
    name
  }
  routes {
    id
    number
    name
  }
  channels
  validFrom
  validTo
  keptByOffice
  category
  percentOff
  ageFrom
  ageTo
  ownSeat
  quotaPerTrip
  seasonFrom
  seasonTo
  minGroup
  proofRequired
  amount {
    amount
    currency
  }
  maxCount
  ofStation
  percent
  most {
    amount
    currency
  }
  minutesBefore
  seatClass
  step {
    amount
    currency
  }
  demand {
    occupancy {
      from
      percent
    }
    ahead {
      from
      percent
    }
    floor
    ceiling
  }
}
fragment TariffRuleOutcome on SaveTariffRuleResult {
  __typename
  ... on TariffRuleSaved {
    rule {
      ...TariffRuleParts
    }
  }
  ... on InvalidInput {
    fields {
      path
      code
      message
    }
  }
  ... on ChangedMeanwhile {
    message
  }
}`) as unknown as TypedDocumentString<EndTariffRuleMutation, EndTariffRuleMutationVariables>;
export const TerminalNetworksDocument = new TypedDocumentString(`
    query TerminalNetworks($sort: TerminalNetworkSort = CODE, $direction: SortDirection = ASC, $after: String) {
  terminalNetworks(sort: $sort, direction: $direction, first: 25, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...TerminalNetworkParts
    }
  }
}
    fragment TerminalNetworkParts on TerminalNetwork {
  id
  version
  code
  name
  names {
    ru
    ky
    en
  }
  url
  enabled
  login
  addresses
  currency
  smallest {
    amount
    currency
  }
  largest {
    amount
    currency
  }
  tolerance {
    amount
    currency
  }
  feePercent
  results {
    outcome
    number
  }
  sumForm
  cancels
  tellsStatus
  lastRequest {
    id
    at
    outcome
    status
  }
  lastTrouble {
    id
    at
    outcome
    status
  }
}`) as unknown as TypedDocumentString<TerminalNetworksQuery, TerminalNetworksQueryVariables>;
export const TerminalChoicesDocument = new TypedDocumentString(`
    query TerminalChoices {
  terminalNetworks(first: 100) {
    nodes {
      id
      code
    }
  }
  terminalPresets {
    dialect
    results {
      outcome
      number
      retried
    }
    sumForm
    cancels
    tellsStatus
  }
}
    `) as unknown as TypedDocumentString<TerminalChoicesQuery, TerminalChoicesQueryVariables>;
export const TerminalRequestsDocument = new TypedDocumentString(`
    query TerminalRequests($filter: TerminalRequestFilterInput, $sort: TerminalRequestSort = AT, $direction: SortDirection = DESC, $after: String) {
  terminalRequests(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
    nodes {
      ...TerminalRequestParts
    }
  }
}
    fragment TerminalRequestParts on TerminalRequest {
  id
  at
  address
  raw
  command
  txn
  account
  outcome
  result
  status
  answer
  took
  trouble
  network {
    id
    code
    name
  }
}`) as unknown as TypedDocumentString<TerminalRequestsQuery, TerminalRequestsQueryVariables>;
export const SaveTerminalNetworkDocument = new TypedDocumentString(`
    mutation SaveTerminalNetwork($input: SaveTerminalNetworkInput!) {
  saveTerminalNetwork(input: $input) {
    __typename
    ... on TerminalNetworkSaved {
      network {
        ...TerminalNetworkParts
      }
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment TerminalNetworkParts on TerminalNetwork {
  id
  version
  code
  name
  names {
    ru
    ky
    en
  }
  url
  enabled
  login
  addresses
  currency
  smallest {
    amount
    currency
  }
  largest {
    amount
    currency
  }
  tolerance {
    amount
    currency
  }
  feePercent
  results {
    outcome
    number
  }
  sumForm
  cancels
  tellsStatus
  lastRequest {
    id
    at
    outcome
    status
  }
  lastTrouble {
    id
    at
    outcome
    status
  }
}`) as unknown as TypedDocumentString<SaveTerminalNetworkMutation, SaveTerminalNetworkMutationVariables>;
export const SwitchTerminalNetworkDocument = new TypedDocumentString(`
    mutation SwitchTerminalNetwork($input: SwitchTerminalNetworkInput!) {
  switchTerminalNetwork(input: $input) {
    network {
      ...TerminalNetworkParts
    }
  }
}
    fragment TerminalNetworkParts on TerminalNetwork {
  id
  version
  code
  name
  names {
    ru
    ky
    en
  }
  url
  enabled
  login
  addresses
  currency
  smallest {
    amount
    currency
  }
  largest {
    amount
    currency
  }
  tolerance {
    amount
    currency
  }
  feePercent
  results {
    outcome
    number
  }
  sumForm
  cancels
  tellsStatus
  lastRequest {
    id
    at
    outcome
    status
  }
  lastTrouble {
    id
    at
    outcome
    status
  }
}`) as unknown as TypedDocumentString<SwitchTerminalNetworkMutation, SwitchTerminalNetworkMutationVariables>;
export const TestTerminalNetworkDocument = new TypedDocumentString(`
    mutation TestTerminalNetwork($input: TestTerminalNetworkInput!) {
  testTerminalNetwork(input: $input) {
    __typename
    ... on TerminalTested {
      url
      status
      answer
      took
    }
    ... on InvalidInput {
      fields {
        path
        code
        message
      }
    }
    ... on TooManyAttempts {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TestTerminalNetworkMutation, TestTerminalNetworkMutationVariables>;
export const TripAdditionDocument = new TypedDocumentString(`
    query TripAddition($input: AddTripInput!) {
  tripAddition(input: $input) {
    __typename
    ... on TripAddition {
      departs {
        ...ZonedTimeParts
      }
      arrives {
        ...ZonedTimeParts
      }
      seats
      near {
        seatsLeft
        trip {
          id
          number
          destination
          state
          calls {
            departure {
              ...ZonedTimeParts
            }
          }
        }
      }
      vehicles {
        vehicle {
          id
          plate
          make
          seatCount
        }
        objections {
          message
        }
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}`) as unknown as TypedDocumentString<TripAdditionQuery, TripAdditionQueryVariables>;
export const AddTripDocument = new TypedDocumentString(`
    mutation AddTrip($input: AddTripInput!) {
  addTrip(input: $input) {
    __typename
    ... on TripAdded {
      trip {
        id
        number
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on OverruleNeeded {
      message
      objections {
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AddTripMutation, AddTripMutationVariables>;
export const TripsConsequencesDocument = new TypedDocumentString(`
    query TripsConsequences($ids: [ID!]!, $station: ID) {
  tripsConsequences(tripIds: $ids, stationId: $station) {
    total {
      ...ConsequenceParts
    }
    trips {
      trip {
        id
      }
      consequences {
        ...ConsequenceParts
      }
    }
  }
}
    fragment ConsequenceParts on TripConsequences {
  orders
  passengers
  held
  withEmail
  withPhone
  paid {
    ...MoneyParts
  }
}
fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<TripsConsequencesQuery, TripsConsequencesQueryVariables>;
export const ChangeTripsDocument = new TypedDocumentString(`
    mutation ChangeTrips($input: ChangeTripsInput!) {
  changeTrips(input: $input) {
    __typename
    ... on TripsChanged {
      outcomes {
        tripId
        kind
        message
        messages
        ordersReturned
        trip {
          id
          state
          delayMinutes
          saleClosed
        }
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeTripsMutation, ChangeTripsMutationVariables>;
export const TripCrewDocument = new TypedDocumentString(`
    query TripCrew($id: ID!) {
  trip(id: $id) {
    id
    crew {
      ...CrewParts
    }
  }
}
    fragment CrewParts on TripCrew {
  objections {
    message
  }
  leftOut {
    vehicle {
      id
      plate
      make
    }
    objections {
      message
    }
  }
  version
  vehicle {
    id
    plate
    make
  }
  drivers {
    id
    name
    phone
  }
}`) as unknown as TypedDocumentString<TripCrewQuery, TripCrewQueryVariables>;
export const CrewChoicesDocument = new TypedDocumentString(`
    query CrewChoices($id: ID!) {
  crewChoices(tripId: $id) {
    vehicles {
      vehicle {
        id
        plate
        make
        seatCount
      }
      sameSeats
      objections {
        message
      }
    }
    drivers {
      driver {
        id
        name
      }
      objections {
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CrewChoicesQuery, CrewChoicesQueryVariables>;
export const AssignTripDocument = new TypedDocumentString(`
    mutation AssignTrip($input: AssignTripInput!) {
  assignTrip(input: $input) {
    __typename
    ... on TripChanged {
      trip {
        id
        crew {
          ...CrewParts
        }
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
    ... on OverruleNeeded {
      message
      objections {
        message
      }
    }
  }
}
    fragment CrewParts on TripCrew {
  objections {
    message
  }
  leftOut {
    vehicle {
      id
      plate
      make
    }
    objections {
      message
    }
  }
  version
  vehicle {
    id
    plate
    make
  }
  drivers {
    id
    name
    phone
  }
}`) as unknown as TypedDocumentString<AssignTripMutation, AssignTripMutationVariables>;
export const SwapChoicesDocument = new TypedDocumentString(`
    query SwapChoices($id: ID!) {
  trip(id: $id) {
    id
    number
    destination
    serviceDate
    reservedSeating
    vehicle {
      name
    }
    crew {
      version
      vehicle {
        id
        plate
        make
      }
    }
    calls {
      sequence
      departure {
        local
      }
      stop {
        id
        station {
          id
        }
      }
    }
  }
  crewChoices(tripId: $id) {
    vehicles {
      vehicle {
        id
        plate
        make
        seatCount
        layoutName
      }
      sameSeats
      objections {
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SwapChoicesQuery, SwapChoicesQueryVariables>;
export const VehicleSwapDocument = new TypedDocumentString(`
    query VehicleSwap($tripId: ID!, $vehicleId: ID!, $seats: [SeatForInput!]!, $otherClass: Boolean!) {
  vehicleSwap(
    tripId: $tripId
    vehicleId: $vehicleId
    seats: $seats
    otherClass: $otherClass
  ) {
    version
    planName
    capacity
    messages
    vehicle {
      id
      plate
      make
    }
    objections {
      message
    }
    refund {
      ...MoneyParts
    }
    units {
      name
      decks {
        level
        rows
        cols
        cells {
          row
          col
          kind
          seat {
            label
            number
            seatClass
            window
            aisle
            facing
          }
        }
      }
    }
    passengers {
      lineId
      orderId
      orderNumber
      name
      held
      seat
      seatClass
      newSeat
      seated
      otherClass
      from {
        sequence
        stop {
          id
          name
          place {
            id
            name
          }
        }
      }
      to {
        sequence
        stop {
          id
          name
          place {
            id
            name
          }
        }
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<VehicleSwapQuery, VehicleSwapQueryVariables>;
export const SwapVehicleDocument = new TypedDocumentString(`
    mutation SwapVehicle($input: SwapVehicleInput!) {
  swapVehicle(input: $input) {
    __typename
    ... on TripChanged {
      messages
      ordersReturned
      trip {
        id
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
    ... on OverruleNeeded {
      message
      objections {
        message
      }
    }
    ... on PassengersUnseated {
      message
      lineIds
    }
  }
}
    `) as unknown as TypedDocumentString<SwapVehicleMutation, SwapVehicleMutationVariables>;
export const TripsDocument = new TypedDocumentString(`
    query Trips($filter: TripFilterInput!, $sort: TripSort = DEPARTURE, $direction: SortDirection = ASC, $after: String) {
  trips(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 30
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      number
      state
      delayMinutes
      saleClosed
      roadClosed
      reservedSeating
      route {
        id
        name
      }
      carrier {
        id
        name
      }
      soldPlaces
      vehicle {
        name
        seatCount
        make
        plate
      }
      calls {
        platform
        departure {
          local
        }
        arrival {
          local
        }
        stop {
          id
          name
          station {
            id
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TripsQuery, TripsQueryVariables>;
export const TripPageDocument = new TypedDocumentString(`
    query TripPage($id: ID!) {
  trip(id: $id) {
    ...StaffTripParts
    saleClosed
    roadClosed
    calls {
      ...StaffCallParts
    }
  }
}
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
fragment StaffCallParts on StopCall {
  sequence
  platform
  platformChoices
  skipped
  boarding
  alighting
  distanceKm
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    station {
      id
      name
    }
  }
}
fragment StaffTripParts on Trip {
  id
  number
  destination
  state
  serviceDate
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
  }
  carrier {
    id
    name
    phone
  }
  vehicle {
    name
    vehicleClass
    seatCount
  }
}`) as unknown as TypedDocumentString<TripPageQuery, TripPageQueryVariables>;
export const TripConsequencesDocument = new TypedDocumentString(`
    query TripConsequences($id: ID!, $boardingAt: Int, $stoppingAt: Int) {
  tripConsequences(tripId: $id, boardingAt: $boardingAt, stoppingAt: $stoppingAt) {
    orders
    passengers
    held
    withEmail
    withPhone
    paid {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<TripConsequencesQuery, TripConsequencesQueryVariables>;
export const DelayTripDocument = new TypedDocumentString(`
    mutation DelayTrip($id: ID!, $minutes: Int!, $notify: Boolean!) {
  delayTrip(input: {tripId: $id, minutes: $minutes, notify: $notify}) {
    ...TripOutcome
  }
}
    fragment TripOutcome on ChangeTripResult {
  __typename
  ... on TripChanged {
    messages
    ordersReturned
    trip {
      id
      state
      delayMinutes
      saleClosed
      roadClosed
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<DelayTripMutation, DelayTripMutationVariables>;
export const CancelTripDocument = new TypedDocumentString(`
    mutation CancelTrip($id: ID!) {
  cancelTrip(input: {tripId: $id}) {
    ...TripOutcome
  }
}
    fragment TripOutcome on ChangeTripResult {
  __typename
  ... on TripChanged {
    messages
    ordersReturned
    trip {
      id
      state
      delayMinutes
      saleClosed
      roadClosed
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<CancelTripMutation, CancelTripMutationVariables>;
export const ReportTripDocument = new TypedDocumentString(`
    mutation ReportTrip($id: ID!, $state: TripState!) {
  reportTrip(input: {tripId: $id, state: $state}) {
    ...TripOutcome
  }
}
    fragment TripOutcome on ChangeTripResult {
  __typename
  ... on TripChanged {
    messages
    ordersReturned
    trip {
      id
      state
      delayMinutes
      saleClosed
      roadClosed
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<ReportTripMutation, ReportTripMutationVariables>;
export const SetTripSaleDocument = new TypedDocumentString(`
    mutation SetTripSale($id: ID!, $closed: Boolean!) {
  setTripSale(input: {tripId: $id, closed: $closed}) {
    ...TripOutcome
  }
}
    fragment TripOutcome on ChangeTripResult {
  __typename
  ... on TripChanged {
    messages
    ordersReturned
    trip {
      id
      state
      delayMinutes
      saleClosed
      roadClosed
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<SetTripSaleMutation, SetTripSaleMutationVariables>;
export const SetPlatformDocument = new TypedDocumentString(`
    mutation SetPlatform($input: SetPlatformInput!) {
  setPlatform(input: $input) {
    ...TripOutcome
  }
}
    fragment TripOutcome on ChangeTripResult {
  __typename
  ... on TripChanged {
    messages
    ordersReturned
    trip {
      id
      state
      delayMinutes
      saleClosed
      roadClosed
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<SetPlatformMutation, SetPlatformMutationVariables>;
export const SkipStopDocument = new TypedDocumentString(`
    mutation SkipStop($input: SkipStopInput!) {
  skipStop(input: $input) {
    ...TripOutcome
  }
}
    fragment TripOutcome on ChangeTripResult {
  __typename
  ... on TripChanged {
    messages
    ordersReturned
    trip {
      id
      state
      delayMinutes
      saleClosed
      roadClosed
    }
  }
  ... on InvalidInput {
    message
    fields {
      path
      message
    }
  }
}`) as unknown as TypedDocumentString<SkipStopMutation, SkipStopMutationVariables>;
export const TripPassengersDocument = new TypedDocumentString(`
    query TripPassengers($id: ID!) {
  tripPassengers(tripId: $id) {
    orderNumber
    orderId
    phone
    paidBy
    price {
      ...MoneyParts
    }
    line {
      id
      seat
      state
    }
    passenger {
      id
      firstName
      lastName
      documentNumber
      category {
        code
        name
      }
    }
    from {
      sequence
      stop {
        id
        name
        station {
          id
          name
        }
        place {
          id
          name
        }
      }
    }
    to {
      sequence
      stop {
        id
        name
        station {
          id
          name
        }
        place {
          id
          name
        }
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<TripPassengersQuery, TripPassengersQueryVariables>;
export const SeatMapOfDocument = new TypedDocumentString(`
    query SeatMapOf($tripId: ID!, $from: Int!, $to: Int!) {
  seatMap(tripId: $tripId, from: $from, to: $to) {
    version
    planId
    openSeating
    capacity
    seatsLeft
    units {
      name
      decks {
        level
        rows
        cols
        cells {
          row
          col
          kind
          seat {
            label
            number
            seatClass
            window
            aisle
            facing
          }
        }
      }
    }
    states {
      label
      status
    }
  }
}
    `) as unknown as TypedDocumentString<SeatMapOfQuery, SeatMapOfQueryVariables>;
export const SeatMapChangedDocument = new TypedDocumentString(`
    subscription SeatMapChanged($tripId: ID!, $from: Int!, $to: Int!) {
  seatMapChanged(tripId: $tripId, from: $from, to: $to) {
    tripId
    version
    planId
    full
    seatsLeft
    states {
      label
      status
    }
  }
}
    `) as unknown as TypedDocumentString<SeatMapChangedSubscription, SeatMapChangedSubscriptionVariables>;
export const StationsDocument = new TypedDocumentString(`
    query Stations {
  stations(first: 100) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<StationsQuery, StationsQueryVariables>;
export const CarriersDocument = new TypedDocumentString(`
    query Carriers {
  carriers {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<CarriersQuery, CarriersQueryVariables>;
export const VehiclesDocument = new TypedDocumentString(`
    query Vehicles($filter: VehicleFilterInput, $sort: VehicleSort = PLATE, $direction: SortDirection = ASC, $after: String) {
  vehicles(
    filter: $filter
    sort: $sort
    direction: $direction
    first: 50
    after: $after
  ) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...VehicleParts
      permits {
        id
        daysLeft
      }
    }
  }
}
    fragment VehicleParts on Vehicle {
  id
  plate
  make
  year
  vehicleClass
  layoutId
  layoutName
  seatCount
  amenities
  baggagePlaces
  wheelchairPlaces
  active
  version
  carrier {
    id
    name
  }
}`) as unknown as TypedDocumentString<VehiclesQuery, VehiclesQueryVariables>;
export const VehicleDocument = new TypedDocumentString(`
    query Vehicle($id: ID!) {
  vehicle(id: $id) {
    ...VehicleParts
    photos {
      id
      url
    }
    permits {
      ...PermitParts
    }
  }
}
    fragment PermitParts on Permit {
  id
  holder
  holderId
  kind
  number
  issuedOn
  expiresOn
  daysLeft
  note
  version
}
fragment VehicleParts on Vehicle {
  id
  plate
  make
  year
  vehicleClass
  layoutId
  layoutName
  seatCount
  amenities
  baggagePlaces
  wheelchairPlaces
  active
  version
  carrier {
    id
    name
  }
}`) as unknown as TypedDocumentString<VehicleQuery, VehicleQueryVariables>;
export const LayoutChoicesDocument = new TypedDocumentString(`
    query LayoutChoices {
  layouts {
    id
    name
    vehicleClass
    seatCount
  }
}
    `) as unknown as TypedDocumentString<LayoutChoicesQuery, LayoutChoicesQueryVariables>;
export const SaveVehicleDocument = new TypedDocumentString(`
    mutation SaveVehicle($input: SaveVehicleInput!) {
  saveVehicle(input: $input) {
    __typename
    ... on VehicleSaved {
      vehicle {
        ...VehicleParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment VehicleParts on Vehicle {
  id
  plate
  make
  year
  vehicleClass
  layoutId
  layoutName
  seatCount
  amenities
  baggagePlaces
  wheelchairPlaces
  active
  version
  carrier {
    id
    name
  }
}`) as unknown as TypedDocumentString<SaveVehicleMutation, SaveVehicleMutationVariables>;
export const DropPhotoDocument = new TypedDocumentString(`
    mutation DropPhoto($id: ID!) {
  dropPhoto(id: $id) {
    ok
  }
}
    `) as unknown as TypedDocumentString<DropPhotoMutation, DropPhotoMutationVariables>;
export const WalletsDocument = new TypedDocumentString(`
    query Wallets($filter: WalletFilterInput, $sort: WalletSort!, $direction: SortDirection!, $after: String) {
  wallets(filter: $filter, sort: $sort, direction: $direction, after: $after) {
    nodes {
      ...WalletParts
    }
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment WalletParts on Wallet {
  id
  number
  ledgerAccount
  holder
  version
  blocked
  blockedReason
  openedAt
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<WalletsQuery, WalletsQueryVariables>;
export const WalletRecordDocument = new TypedDocumentString(`
    query WalletRecord($id: ID!) {
  wallet(id: $id) {
    ...WalletParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment WalletParts on Wallet {
  id
  number
  ledgerAccount
  holder
  version
  blocked
  blockedReason
  openedAt
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<WalletRecordQuery, WalletRecordQueryVariables>;
export const WalletStatementDocument = new TypedDocumentString(`
    query WalletStatement($id: ID!, $from: Date, $to: Date, $after: String) {
  wallet(id: $id) {
    id
    entries(from: $from, to: $to, after: $after) {
      nodes {
        id
        kind
        at
        orderId
        orderNumber
        methodName
        reference
        buyer
        amount {
          ...MoneyParts
        }
        balance {
          ...MoneyParts
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<WalletStatementQuery, WalletStatementQueryVariables>;
export const BlockWalletDocument = new TypedDocumentString(`
    mutation BlockWallet($input: BlockWalletInput!) {
  blockWallet(input: $input) {
    __typename
    ... on WalletChanged {
      wallet {
        ...WalletParts
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on ChangedMeanwhile {
      message
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment WalletParts on Wallet {
  id
  number
  ledgerAccount
  holder
  version
  blocked
  blockedReason
  openedAt
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<BlockWalletMutation, BlockWalletMutationVariables>;
export const DeskWalletDocument = new TypedDocumentString(`
    query DeskWallet($number: String!) {
  deskWallet(number: $number) {
    number
    holder
    blocked
  }
}
    `) as unknown as TypedDocumentString<DeskWalletQuery, DeskWalletQueryVariables>;
export const DeskTopUpDocument = new TypedDocumentString(`
    mutation DeskTopUp($input: TopUpWalletInput!) {
  topUpWallet(input: $input) {
    __typename
    ... on TopUpBegun {
      order {
        id
        number
        due {
          ...MoneyParts
        }
      }
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<DeskTopUpMutation, DeskTopUpMutationVariables>;
export const RequestWalletCodeDocument = new TypedDocumentString(`
    mutation RequestWalletCode($input: RequestWalletCodeInput!) {
  requestWalletCode(input: $input) {
    __typename
    ... on WalletCodeSent {
      to
    }
    ... on InvalidInput {
      message
      fields {
        path
        message
      }
    }
    ... on TooManyAttempts {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequestWalletCodeMutation, RequestWalletCodeMutationVariables>;