/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type ApplyPromotionInput = {
  /** As it was typed; without it the order's code is taken off again. */
  code?: string | null | undefined;
  order: OrderRefInput;
};

/** A wish for more than the rules give. */
export type AskForRefundInput = {
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  /** The tickets that are to be given back; baggage goes with its seat. */
  lineIds: Array<string | number>;
  order: OrderRefInput;
  reason: RefundRequestReason;
  /** What has happened; at most 2,000 characters. */
  text: string;
};

/** For whom an order is bought. */
export type BuyForCompanyInput = {
  /** One of `me.companies`; null: for oneself again. */
  companyId?: string | number | null | undefined;
  order: OrderRefInput;
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

/** What a code is for. One does not serve another purpose. */
export type CodePurpose =
  /** Adds a contact to the signed-in account. */
  | 'CONFIRM_CONTACT'
  | 'RESET_PASSWORD'
  /** Signs in, or registers. */
  | 'SIGN_IN';

/** What an invoice is for. */
export type CompanyInvoiceKind =
  /** A sum that is asked for before anything is bought. */
  | 'ADVANCE'
  /** What was bought and given back since the one before it; it has an act, too. */
  | 'PERIOD';

export type ConfirmContactInput = {
  /** Asked for with the purpose CONFIRM_CONTACT. */
  code: string;
  /** E-mail address or phone. */
  contact: string;
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

export type DeleteAccountInput = {
  /** The word `DELETE`. */
  confirmation: string;
};

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

/** Takes one passenger out of a held order. */
export type DropPassengerInput = {
  order: OrderRefInput;
  passengerId: string | number;
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

export type ExportInvoiceInput = {
  id: string | number;
  paper: InvoicePaper;
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

/** Which of an invoice's papers. */
export type InvoicePaper =
  /** What was bought and given back, for both to sign; not of an advance. */
  | 'ACT'
  /** What is to be paid, and until when. */
  | 'INVOICE';

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

/** Names an order. */
export type OrderRefInput = {
  id: string | number;
  /** From the order's link; not needed by its signed-in owner. */
  secret?: string | null | undefined;
};

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

/** An order that is to be paid from the internal account. */
export type PayFromWalletInput = {
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  order: OrderRefInput;
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

/** What is to be given back. */
export type QuoteRefundInput = {
  /** Lines of the order: one passenger's, one direction's, or all. */
  lineIds: Array<string | number>;
  order: OrderRefInput;
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

/** Gives up an order before payment. */
export type ReleaseOrderInput = {
  order: OrderRefInput;
};

export type RequestCodeInput = {
  /** E-mail address or phone. */
  contact: string;
  purpose: CodePurpose;
};

export type ResendTicketsInput = {
  /** Null: where they went first. */
  email?: string | null | undefined;
  order: OrderRefInput;
};

export type ReserveForDeskInput = {
  order: OrderRefInput;
};

export type ResetPasswordInput = {
  /** Asked for with the purpose RESET_PASSWORD. */
  code: string;
  /** E-mail address or phone. */
  contact: string;
  /** From 8 to 200 characters. */
  newPassword: string;
};

/** What runs on a route. */
export type RouteKind =
  | 'BUS'
  | 'RAIL';

export type SavePassengerInput = {
  birthDate: string;
  /** ISO 3166-1 alpha-2. */
  citizenship: string;
  documentKind: DocumentKind;
  /** Null keeps the one that is stored. */
  documentNumber?: string | null | undefined;
  firstName: string;
  /** Null makes a new one. */
  id?: string | number | null | undefined;
  lastName: string;
  middleName?: string | null | undefined;
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

/** What a session is for. A person may have one of each in the same browser. */
export type SessionKind =
  | 'PASSENGER'
  | 'STAFF';

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

export type SetPasswordInput = {
  /** Needed where one is set. */
  currentPassword?: string | null | undefined;
  /** From 8 to 200 characters. */
  newPassword: string;
};

export type SignInInput = {
  /** What the session is for: the passengers' site or the staff's. */
  kind?: SessionKind;
  /** E-mail address or phone. */
  login: string;
  password: string;
  /** For staff who have set one up: a code of the authenticator app, or a recovery code. */
  secondFactor?: string | null | undefined;
};

export type SignInWithCodeInput = {
  code: string;
  /** E-mail address or phone. */
  contact: string;
  /** For a new account. */
  firstName?: string | null | undefined;
  /** For a new account. */
  lastName?: string | null | undefined;
};

/** How the customer wants to pay. */
export type StartPaymentInput = {
  /** Made by the client once for each attempt, 16 to 64 characters. */
  idempotencyKey: string;
  /** A code of `paymentMethods`. */
  method: string;
  order: OrderRefInput;
};

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

/** What is to be put on which account. */
export type TopUpWalletInput = {
  /** Whole units of the account's currency, with two digits after the point at most. */
  amount: string;
  /** For cashiers: its number, as the customer says it. */
  number?: string | null | undefined;
  /** One of the viewer's own. */
  walletId?: string | number | null | undefined;
};

/** Which trips of a cabinet. */
export type TripPeriod =
  | 'ALL'
  /** Not yet left. */
  | 'COMING'
  | 'PAST';

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

/** What is left out stays. */
export type UpdateProfileInput = {
  firstName?: string | null | undefined;
  language?: Language | null | undefined;
  lastName?: string | null | undefined;
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

export type MePartsFragment = { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, language: Language, hasPassword: boolean };

export type SignedInPartsFragment = { accessToken: string, expiresAt: string, me: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, language: Language, hasPassword: boolean } };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { refreshSession:
    | { __typename: 'SignedIn', accessToken: string, expiresAt: string, me: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, language: Language, hasPassword: boolean } }
    | { __typename: 'WrongCredentials' }
   };

export type RequestCodeMutationVariables = Exact<{
  input: RequestCodeInput;
}>;


export type RequestCodeMutation = { requestCode:
    | { __typename: 'CodeSent', to: string, expiresAt: string, resendAfter: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'TooManyAttempts', retryAfterSeconds: number }
   };

export type SignInWithCodeMutationVariables = Exact<{
  input: SignInWithCodeInput;
}>;


export type SignInWithCodeMutation = { signInWithCode:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'SignedIn', accessToken: string, expiresAt: string, me: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, language: Language, hasPassword: boolean } }
    | { __typename: 'TooManyAttempts', retryAfterSeconds: number }
    | { __typename: 'WrongCode', attemptsLeft: number }
   };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'SecondFactorNeeded' }
    | { __typename: 'SignedIn', accessToken: string, expiresAt: string, me: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, language: Language, hasPassword: boolean } }
    | { __typename: 'TooManyAttempts', retryAfterSeconds: number }
    | { __typename: 'WrongCredentials' }
   };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'SignedIn', accessToken: string, expiresAt: string, me: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, language: Language, hasPassword: boolean } }
    | { __typename: 'TooManyAttempts', retryAfterSeconds: number }
    | { __typename: 'WrongCode', attemptsLeft: number }
   };

export type SetPasswordMutationVariables = Exact<{
  input: SetPasswordInput;
}>;


export type SetPasswordMutation = { setPassword:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'SignedIn', accessToken: string, expiresAt: string, me: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, language: Language, hasPassword: boolean } }
    | { __typename: 'TooManyAttempts', retryAfterSeconds: number }
    | { __typename: 'WrongCredentials' }
   };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { ok: boolean } };

export type SignOutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutEverywhereMutation = { signOutEverywhere: { ok: boolean } };

export type RevokeSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeSessionMutation = { revokeSession: { ok: boolean } };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'ProfileUpdated', me: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, language: Language, hasPassword: boolean } }
   };

export type ConfirmContactMutationVariables = Exact<{
  input: ConfirmContactInput;
}>;


export type ConfirmContactMutation = { confirmContact:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'ProfileUpdated', me: { id: string, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, language: Language, hasPassword: boolean } }
    | { __typename: 'TooManyAttempts', retryAfterSeconds: number }
    | { __typename: 'WrongCode', attemptsLeft: number }
   };

export type SavedPassengerPartsFragment = { id: string, firstName: string, lastName: string, middleName: string | null, birthDate: string, citizenship: string, documentKind: DocumentKind | null, documentNumber: string, documentMasked: string };

export type SavePassengerMutationVariables = Exact<{
  input: SavePassengerInput;
}>;


export type SavePassengerMutation = { savePassenger:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'PassengerSaved', passenger: { id: string, firstName: string, lastName: string, middleName: string | null, birthDate: string, citizenship: string, documentKind: DocumentKind | null, documentNumber: string, documentMasked: string } }
   };

export type DeleteSavedPassengerMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteSavedPassengerMutation = { deleteSavedPassenger: { ok: boolean } };

export type DeleteAccountMutationVariables = Exact<{
  input: DeleteAccountInput;
}>;


export type DeleteAccountMutation = { deleteAccount:
    | { __typename: 'Done' }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ message: string }> }
   };

export type MyTripsQueryVariables = Exact<{
  period: TripPeriod;
  after?: string | null | undefined;
}>;


export type MyTripsQuery = { me: { id: string, trips: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: string, status: OrderStatus, link: string, createdAt: string, total: { amount: string, currency: string }, passengers: Array<{ id: string }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, state: TripState }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } } }> }> } } | null };

export type MyPaymentsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyPaymentsQuery = { me: { id: string, payments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }> } } | null };

export type MySavedPassengersQueryVariables = Exact<{ [key: string]: never; }>;


export type MySavedPassengersQuery = { me: { id: string, savedPassengers: Array<{ id: string, firstName: string, lastName: string, middleName: string | null, birthDate: string, citizenship: string, documentKind: DocumentKind | null, documentNumber: string, documentMasked: string }> } | null };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { me: { id: string, sessions: Array<{ id: string, current: boolean, createdAt: string, lastUsedAt: string, address: string | null, device: string | null }> } | null };

export type MyExportQueryVariables = Exact<{ [key: string]: never; }>;


export type MyExportQuery = { me: { id: string, export: unknown } | null };

export type StationsQueryVariables = Exact<{ [key: string]: never; }>;


export type StationsQuery = { stations: Array<{ id: string, name: string, kind: StopKind, place: { id: string, name: string } | null }> };

export type BoardPartsFragment = { seatsLeft: number | null, expectedAt: { at: string, local: string, timeZone: string, offsetMinutes: number }, call: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, calls: Array<{ sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null, place: { id: string } | null } }>, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } } };

export type StationInfoFragment = { id: string, name: string, timeZone: string, phone: string | null, address: string | null, openingHours: Array<{ weekday: number, opens: number, closes: number }> };

export type DeparturesQueryVariables = Exact<{
  stationId: string | number;
}>;


export type DeparturesQuery = { station: { id: string, name: string, timeZone: string, phone: string | null, address: string | null, openingHours: Array<{ weekday: number, opens: number, closes: number }> } | null, place: { id: string, name: string } | null, departures: Array<{ seatsLeft: number | null, expectedAt: { at: string, local: string, timeZone: string, offsetMinutes: number }, call: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, calls: Array<{ sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null, place: { id: string } | null } }>, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } } }>, announcements: Array<{ id: string, text: string }> };

export type ArrivalsQueryVariables = Exact<{
  stationId: string | number;
}>;


export type ArrivalsQuery = { station: { id: string, name: string, timeZone: string, phone: string | null, address: string | null, openingHours: Array<{ weekday: number, opens: number, closes: number }> } | null, place: { id: string, name: string } | null, arrivals: Array<{ seatsLeft: number | null, expectedAt: { at: string, local: string, timeZone: string, offsetMinutes: number }, call: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, calls: Array<{ sequence: number, stop: { id: string, name: string, station: { id: string, name: string } | null, place: { id: string } | null } }>, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } } }>, announcements: Array<{ id: string, text: string }> };

export type DeparturesChangedSubscriptionVariables = Exact<{
  stationId: string | number;
}>;


export type DeparturesChangedSubscription = { departuresChanged: number };

export type HallRowFragment = { expectedAt: { at: string, local: string, timeZone: string, offsetMinutes: number }, call: { sequence: number, platform: string | null, skipped: boolean, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number } }, trip: { id: string, number: string, state: TripState, destinationNames: { ru: string, ky: string, en: string }, originNames: { ru: string, ky: string, en: string } | null } };

export type HallQueryVariables = Exact<{
  stationId: string | number;
  arriving: boolean;
}>;


export type HallQuery = { station: { id: string, timeZone: string, names: { ru: string, ky: string, en: string } } | null, departures?: Array<{ expectedAt: { at: string, local: string, timeZone: string, offsetMinutes: number }, call: { sequence: number, platform: string | null, skipped: boolean, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number } }, trip: { id: string, number: string, state: TripState, destinationNames: { ru: string, ky: string, en: string }, originNames: { ru: string, ky: string, en: string } | null } }>, arrivals?: Array<{ expectedAt: { at: string, local: string, timeZone: string, offsetMinutes: number }, call: { sequence: number, platform: string | null, skipped: boolean, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number } }, trip: { id: string, number: string, state: TripState, destinationNames: { ru: string, ky: string, en: string }, originNames: { ru: string, ky: string, en: string } | null } }>, announcements: Array<{ id: string, texts: { ru: string, ky: string, en: string } }> };

export type ZonedTimePartsFragment = { at: string, local: string, timeZone: string, offsetMinutes: number };

export type MoneyPartsFragment = { amount: string, currency: string };

export type CallPartsFragment = { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } };

export type TripPartsFragment = { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } };

export type JourneyPartsFragment = { id: string, state: JourneyState, durationMinutes: number, changes: number, changeMinutes: number | null, seatsLeft: number, campaigns: Array<string>, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, priceFrom: { amount: string, currency: string } | null, priceTotal: { amount: string, currency: string } | null, priceFromBefore: { amount: string, currency: string } | null, priceTotalBefore: { amount: string, currency: string } | null, segments: Array<{ durationMinutes: number, seatsLeft: number, state: JourneyState, notOnSaleReason: NotOnSaleReason | null, price: { amount: string, currency: string } | null, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } } }> };

export type SearchJourneysQueryVariables = Exact<{
  input: SearchInput;
}>;


export type SearchJourneysQuery = { searchJourneys: { date: string, from: { id: string, name: string }, to: { id: string, name: string }, days: Array<{ date: string, journeys: number, priceFrom: { amount: string, currency: string } | null }>, facets: { carriers: Array<{ count: number, carrier: { id: string, name: string } }>, vehicleClasses: Array<{ vehicleClass: string, count: number }> }, journeys: Array<{ id: string, state: JourneyState, durationMinutes: number, changes: number, changeMinutes: number | null, seatsLeft: number, campaigns: Array<string>, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, priceFrom: { amount: string, currency: string } | null, priceTotal: { amount: string, currency: string } | null, priceFromBefore: { amount: string, currency: string } | null, priceTotalBefore: { amount: string, currency: string } | null, segments: Array<{ durationMinutes: number, seatsLeft: number, state: JourneyState, notOnSaleReason: NotOnSaleReason | null, price: { amount: string, currency: string } | null, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } } }> }> } };

export type TripCallsQueryVariables = Exact<{
  id: string | number;
}>;


export type TripCallsQuery = { trip: { id: string, calls: Array<{ sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }> } | null };

export type PriceLinePartsFragment = { kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } };

export type PassengerPartsFragment = { id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, proofRequired: boolean }, total: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }> };

export type PaymentPartsFragment = { id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } };

export type RefundPartsFragment = { id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> };

export type OrderPartsFragment = { id: string, number: string, status: OrderStatus, createdAt: string, holdUntil: string | null, serverTime: string, currency: string, email: string | null, phone: string | null, readyToPay: boolean, promotionCode: string | null, topsUp: string | null, ticketsPdfUrl: string | null, receiptsPdfUrl: string | null, calendarUrl: string | null, link: string, reservedUntil: { at: string, local: string, timeZone: string, offsetMinutes: number } | null, company: { id: string, name: string } | null, total: { amount: string, currency: string }, paid: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }>, passengers: Array<{ id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, proofRequired: boolean }, total: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }> }>, ancillaryOptions: Array<{ kind: AncillaryKind, code: string, name: string, detail: string | null, included: boolean, maxCount: number, price: { amount: string, currency: string } }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, title: string, segmentIndex: number, seat: string | null, refundable: boolean, price: { amount: string, currency: string }, passenger: { id: string } | null, ticket: { number: string, qrSvg: string, issuedAt: string, valid: boolean } | null }> }>, payments: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }>, exchanges: Array<{ id: string, state: ExchangeState, validUntil: string | null, difference: { amount: string, currency: string }, lines: Array<{ passenger: { id: string, firstName: string | null, lastName: string | null } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } } } | null }> }>, refunds: Array<{ id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> }> };

export type OrderByLinkQueryVariables = Exact<{
  number: string;
  secret?: string | null | undefined;
}>;


export type OrderByLinkQuery = { order: { id: string, number: string, status: OrderStatus, createdAt: string, holdUntil: string | null, serverTime: string, currency: string, email: string | null, phone: string | null, readyToPay: boolean, promotionCode: string | null, topsUp: string | null, ticketsPdfUrl: string | null, receiptsPdfUrl: string | null, calendarUrl: string | null, link: string, reservedUntil: { at: string, local: string, timeZone: string, offsetMinutes: number } | null, company: { id: string, name: string } | null, total: { amount: string, currency: string }, paid: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }>, passengers: Array<{ id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, proofRequired: boolean }, total: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }> }>, ancillaryOptions: Array<{ kind: AncillaryKind, code: string, name: string, detail: string | null, included: boolean, maxCount: number, price: { amount: string, currency: string } }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, title: string, segmentIndex: number, seat: string | null, refundable: boolean, price: { amount: string, currency: string }, passenger: { id: string } | null, ticket: { number: string, qrSvg: string, issuedAt: string, valid: boolean } | null }> }>, payments: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }>, exchanges: Array<{ id: string, state: ExchangeState, validUntil: string | null, difference: { amount: string, currency: string }, lines: Array<{ passenger: { id: string, firstName: string | null, lastName: string | null } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } } } | null }> }>, refunds: Array<{ id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> }> } | null };

export type OrderChangedSubscriptionVariables = Exact<{
  order: OrderRefInput;
}>;


export type OrderChangedSubscription = { orderChanged: { id: string, number: string, status: OrderStatus, createdAt: string, holdUntil: string | null, serverTime: string, currency: string, email: string | null, phone: string | null, readyToPay: boolean, promotionCode: string | null, topsUp: string | null, ticketsPdfUrl: string | null, receiptsPdfUrl: string | null, calendarUrl: string | null, link: string, reservedUntil: { at: string, local: string, timeZone: string, offsetMinutes: number } | null, company: { id: string, name: string } | null, total: { amount: string, currency: string }, paid: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }>, passengers: Array<{ id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, proofRequired: boolean }, total: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }> }>, ancillaryOptions: Array<{ kind: AncillaryKind, code: string, name: string, detail: string | null, included: boolean, maxCount: number, price: { amount: string, currency: string } }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, title: string, segmentIndex: number, seat: string | null, refundable: boolean, price: { amount: string, currency: string }, passenger: { id: string } | null, ticket: { number: string, qrSvg: string, issuedAt: string, valid: boolean } | null }> }>, payments: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }>, exchanges: Array<{ id: string, state: ExchangeState, validUntil: string | null, difference: { amount: string, currency: string }, lines: Array<{ passenger: { id: string, firstName: string | null, lastName: string | null } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } } } | null }> }>, refunds: Array<{ id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> }> } };

export type SetPassengersMutationVariables = Exact<{
  input: SetPassengersInput;
}>;


export type SetPassengersMutation = { setPassengers:
    | { __typename: 'HoldExpired', expiredAt: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'OrderChanged', order: { id: string, number: string, status: OrderStatus, createdAt: string, holdUntil: string | null, serverTime: string, currency: string, email: string | null, phone: string | null, readyToPay: boolean, promotionCode: string | null, topsUp: string | null, ticketsPdfUrl: string | null, receiptsPdfUrl: string | null, calendarUrl: string | null, link: string, reservedUntil: { at: string, local: string, timeZone: string, offsetMinutes: number } | null, company: { id: string, name: string } | null, total: { amount: string, currency: string }, paid: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }>, passengers: Array<{ id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, proofRequired: boolean }, total: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }> }>, ancillaryOptions: Array<{ kind: AncillaryKind, code: string, name: string, detail: string | null, included: boolean, maxCount: number, price: { amount: string, currency: string } }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, title: string, segmentIndex: number, seat: string | null, refundable: boolean, price: { amount: string, currency: string }, passenger: { id: string } | null, ticket: { number: string, qrSvg: string, issuedAt: string, valid: boolean } | null }> }>, payments: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }>, exchanges: Array<{ id: string, state: ExchangeState, validUntil: string | null, difference: { amount: string, currency: string }, lines: Array<{ passenger: { id: string, firstName: string | null, lastName: string | null } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } } } | null }> }>, refunds: Array<{ id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> }> } }
    | { __typename: 'OrderClosed', status: OrderStatus }
   };

export type DropPassengerMutationVariables = Exact<{
  input: DropPassengerInput;
}>;


export type DropPassengerMutation = { dropPassenger:
    | { __typename: 'HoldExpired', expiredAt: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ message: string }> }
    | { __typename: 'OrderChanged', order: { id: string, number: string, status: OrderStatus, createdAt: string, holdUntil: string | null, serverTime: string, currency: string, email: string | null, phone: string | null, readyToPay: boolean, promotionCode: string | null, topsUp: string | null, ticketsPdfUrl: string | null, receiptsPdfUrl: string | null, calendarUrl: string | null, link: string, reservedUntil: { at: string, local: string, timeZone: string, offsetMinutes: number } | null, company: { id: string, name: string } | null, total: { amount: string, currency: string }, paid: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }>, passengers: Array<{ id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, proofRequired: boolean }, total: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }> }>, ancillaryOptions: Array<{ kind: AncillaryKind, code: string, name: string, detail: string | null, included: boolean, maxCount: number, price: { amount: string, currency: string } }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, title: string, segmentIndex: number, seat: string | null, refundable: boolean, price: { amount: string, currency: string }, passenger: { id: string } | null, ticket: { number: string, qrSvg: string, issuedAt: string, valid: boolean } | null }> }>, payments: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }>, exchanges: Array<{ id: string, state: ExchangeState, validUntil: string | null, difference: { amount: string, currency: string }, lines: Array<{ passenger: { id: string, firstName: string | null, lastName: string | null } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } } } | null }> }>, refunds: Array<{ id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> }> } }
    | { __typename: 'OrderClosed', status: OrderStatus }
   };

export type ReleaseOrderMutationVariables = Exact<{
  input: ReleaseOrderInput;
}>;


export type ReleaseOrderMutation = { releaseOrder:
    | { __typename: 'OrderChanged', order: { id: string, number: string, status: OrderStatus, createdAt: string, holdUntil: string | null, serverTime: string, currency: string, email: string | null, phone: string | null, readyToPay: boolean, promotionCode: string | null, topsUp: string | null, ticketsPdfUrl: string | null, receiptsPdfUrl: string | null, calendarUrl: string | null, link: string, reservedUntil: { at: string, local: string, timeZone: string, offsetMinutes: number } | null, company: { id: string, name: string } | null, total: { amount: string, currency: string }, paid: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }>, passengers: Array<{ id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, proofRequired: boolean }, total: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }> }>, ancillaryOptions: Array<{ kind: AncillaryKind, code: string, name: string, detail: string | null, included: boolean, maxCount: number, price: { amount: string, currency: string } }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, title: string, segmentIndex: number, seat: string | null, refundable: boolean, price: { amount: string, currency: string }, passenger: { id: string } | null, ticket: { number: string, qrSvg: string, issuedAt: string, valid: boolean } | null }> }>, payments: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }>, exchanges: Array<{ id: string, state: ExchangeState, validUntil: string | null, difference: { amount: string, currency: string }, lines: Array<{ passenger: { id: string, firstName: string | null, lastName: string | null } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } } } | null }> }>, refunds: Array<{ id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> }> } }
    | { __typename: 'OrderClosed', status: OrderStatus }
   };

export type ResendTicketsMutationVariables = Exact<{
  input: ResendTicketsInput;
}>;


export type ResendTicketsMutation = { resendTickets:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'OrderChanged', order: { id: string } }
    | { __typename: 'OrderClosed', status: OrderStatus }
    | { __typename: 'TooManyAttempts', retryAfterSeconds: number }
   };

export type PaymentMethodsQueryVariables = Exact<{
  order: OrderRefInput;
}>;


export type PaymentMethodsQuery = { paymentMethods: Array<{ code: string, name: string, detail: string | null, fee: { amount: string, currency: string } | null }> };

export type DeskOfferQueryVariables = Exact<{
  order: OrderRefInput;
}>;


export type DeskOfferQuery = { deskOffer: { at: string, local: string, timeZone: string, offsetMinutes: number } | null };

export type ReserveForDeskMutationVariables = Exact<{
  input: ReserveForDeskInput;
}>;


export type ReserveForDeskMutation = { reserveForDesk:
    | { __typename: 'HoldExpired', expiredAt: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ message: string }> }
    | { __typename: 'OrderChanged', order: { id: string, number: string, status: OrderStatus, createdAt: string, holdUntil: string | null, serverTime: string, currency: string, email: string | null, phone: string | null, readyToPay: boolean, promotionCode: string | null, topsUp: string | null, ticketsPdfUrl: string | null, receiptsPdfUrl: string | null, calendarUrl: string | null, link: string, reservedUntil: { at: string, local: string, timeZone: string, offsetMinutes: number } | null, company: { id: string, name: string } | null, total: { amount: string, currency: string }, paid: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }>, passengers: Array<{ id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, proofRequired: boolean }, total: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }> }>, ancillaryOptions: Array<{ kind: AncillaryKind, code: string, name: string, detail: string | null, included: boolean, maxCount: number, price: { amount: string, currency: string } }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, title: string, segmentIndex: number, seat: string | null, refundable: boolean, price: { amount: string, currency: string }, passenger: { id: string } | null, ticket: { number: string, qrSvg: string, issuedAt: string, valid: boolean } | null }> }>, payments: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }>, exchanges: Array<{ id: string, state: ExchangeState, validUntil: string | null, difference: { amount: string, currency: string }, lines: Array<{ passenger: { id: string, firstName: string | null, lastName: string | null } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } } } | null }> }>, refunds: Array<{ id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> }> } }
    | { __typename: 'OrderClosed', status: OrderStatus }
   };

export type StartPaymentMutationVariables = Exact<{
  input: StartPaymentInput;
}>;


export type StartPaymentMutation = { startPayment:
    | { __typename: 'GatewayUnavailable', message: string }
    | { __typename: 'HoldExpired', expiredAt: string }
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus }
    | { __typename: 'PaymentStarted', payment: { id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }, order: { id: string, status: OrderStatus } }
   };

export type ApplyPromotionMutationVariables = Exact<{
  input: ApplyPromotionInput;
}>;


export type ApplyPromotionMutation = { applyPromotion:
    | { __typename: 'HoldExpired', expiredAt: string }
    | { __typename: 'InvalidInput', fields: Array<{ message: string }> }
    | { __typename: 'OrderChanged', order: { id: string, number: string, status: OrderStatus, createdAt: string, holdUntil: string | null, serverTime: string, currency: string, email: string | null, phone: string | null, readyToPay: boolean, promotionCode: string | null, topsUp: string | null, ticketsPdfUrl: string | null, receiptsPdfUrl: string | null, calendarUrl: string | null, link: string, reservedUntil: { at: string, local: string, timeZone: string, offsetMinutes: number } | null, company: { id: string, name: string } | null, total: { amount: string, currency: string }, paid: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }>, passengers: Array<{ id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, proofRequired: boolean }, total: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }> }>, ancillaryOptions: Array<{ kind: AncillaryKind, code: string, name: string, detail: string | null, included: boolean, maxCount: number, price: { amount: string, currency: string } }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, title: string, segmentIndex: number, seat: string | null, refundable: boolean, price: { amount: string, currency: string }, passenger: { id: string } | null, ticket: { number: string, qrSvg: string, issuedAt: string, valid: boolean } | null }> }>, payments: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }>, exchanges: Array<{ id: string, state: ExchangeState, validUntil: string | null, difference: { amount: string, currency: string }, lines: Array<{ passenger: { id: string, firstName: string | null, lastName: string | null } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } } } | null }> }>, refunds: Array<{ id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> }> } }
    | { __typename: 'OrderClosed', status: OrderStatus }
    | { __typename: 'TooManyAttempts', message: string }
   };

export type PlacesQueryVariables = Exact<{
  query: string;
}>;


export type PlacesQuery = { places: Array<{ id: string, name: string, kind: SuggestionKind, detail: string | null }> };

export type PlaceByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type PlaceByIdQuery = { place: { id: string, name: string, kind: SuggestionKind, detail: string | null } | null };

export type QuoteRefundMutationVariables = Exact<{
  input: QuoteRefundInput;
}>;


export type QuoteRefundMutation = { quoteRefund:
    | { __typename: 'NotRefundable', lineId: string | null, reason: string, message: string }
    | { __typename: 'RefundQuoted', quote: { id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> } }
   };

export type ConfirmRefundMutationVariables = Exact<{
  input: ConfirmRefundInput;
}>;


export type ConfirmRefundMutation = { confirmRefund:
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'NotRefundable', reason: string, message: string }
    | { __typename: 'QuoteExpired', message: string }
    | { __typename: 'RefundConfirmed', refund: { id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> }, order: { id: string, number: string, status: OrderStatus, createdAt: string, holdUntil: string | null, serverTime: string, currency: string, email: string | null, phone: string | null, readyToPay: boolean, promotionCode: string | null, topsUp: string | null, ticketsPdfUrl: string | null, receiptsPdfUrl: string | null, calendarUrl: string | null, link: string, reservedUntil: { at: string, local: string, timeZone: string, offsetMinutes: number } | null, company: { id: string, name: string } | null, total: { amount: string, currency: string }, paid: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }>, passengers: Array<{ id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, proofRequired: boolean }, total: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }> }>, ancillaryOptions: Array<{ kind: AncillaryKind, code: string, name: string, detail: string | null, included: boolean, maxCount: number, price: { amount: string, currency: string } }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, title: string, segmentIndex: number, seat: string | null, refundable: boolean, price: { amount: string, currency: string }, passenger: { id: string } | null, ticket: { number: string, qrSvg: string, issuedAt: string, valid: boolean } | null }> }>, payments: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }>, exchanges: Array<{ id: string, state: ExchangeState, validUntil: string | null, difference: { amount: string, currency: string }, lines: Array<{ passenger: { id: string, firstName: string | null, lastName: string | null } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } } } | null }> }>, refunds: Array<{ id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> }> } }
   };

export type RefundRequestPartsFragment = { id: string, state: RefundRequestState, reason: RefundRequestReason, text: string, lineIds: Array<string>, askedAt: string, answer: string | null, answeredAt: string | null, documents: Array<{ id: string, name: string, size: number, url: string | null }> };

export type OrderRefundRequestsQueryVariables = Exact<{
  id: string | number;
  secret?: string | null | undefined;
}>;


export type OrderRefundRequestsQuery = { order: { id: string, refundRequests: Array<{ id: string, state: RefundRequestState, reason: RefundRequestReason, text: string, lineIds: Array<string>, askedAt: string, answer: string | null, answeredAt: string | null, documents: Array<{ id: string, name: string, size: number, url: string | null }> }> } | null };

export type AskForRefundMutationVariables = Exact<{
  input: AskForRefundInput;
}>;


export type AskForRefundMutation = { askForRefund:
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'NotRefundable', message: string }
    | { __typename: 'RefundAsked', request: { id: string, state: RefundRequestState, reason: RefundRequestReason, text: string, lineIds: Array<string>, askedAt: string, answer: string | null, answeredAt: string | null, documents: Array<{ id: string, name: string, size: number, url: string | null }> } }
   };

export type WithdrawRefundRequestMutationVariables = Exact<{
  order: OrderRefInput;
  requestId: string | number;
}>;


export type WithdrawRefundRequestMutation = { withdrawRefundRequest:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'RefundRequestWithdrawn', order: { id: string } }
   };

export type SeatMapOfQueryVariables = Exact<{
  tripId: string | number;
  from: number;
  to: number;
}>;


export type SeatMapOfQuery = { seatMap: { version: number, planId: string, openSeating: boolean, capacity: number, seatsLeft: number, notOnSaleReason: NotOnSaleReason | null, price: { amount: string, currency: string } | null, classPrices: Array<{ seatClass: string | null, seatsLeft: number, price: { amount: string, currency: string }, priceBefore: { amount: string, currency: string } | null, lines: Array<{ kind: PriceLineKind, title: string, detail: string | null, amount: { amount: string, currency: string } }> }>, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, units: Array<{ name: string, decks: Array<{ level: number, rows: number, cols: number, cells: Array<{ row: number, col: number, kind: CellKind, seat: { label: string, number: string, seatClass: string, window: boolean, aisle: boolean, reclining: boolean, facing: SeatFacing, features: Array<string> } | null }> }> }>, states: Array<{ label: string, status: SeatStatus }> } | null };

export type SeatMapChangedSubscriptionVariables = Exact<{
  tripId: string | number;
  from: number;
  to: number;
}>;


export type SeatMapChangedSubscription = { seatMapChanged: { tripId: string, version: number, planId: string, full: boolean, seatsLeft: number, states: Array<{ label: string, status: SeatStatus }> } };

export type HoldSeatsMutationVariables = Exact<{
  input: HoldSeatsInput;
}>;


export type HoldSeatsMutation = { holdSeats:
    | { __typename: 'HeldSeats', secret: string, order: { id: string, number: string } }
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'NotEnoughSeats', tripId: string, seatsLeft: number, message: string }
    | { __typename: 'NotOnSale', tripId: string, reason: NotOnSaleReason, message: string }
    | { __typename: 'PriceChanged', tripId: string, message: string, expected: { amount: string, currency: string }, price: { amount: string, currency: string } }
    | { __typename: 'SeatsTaken', tripId: string, seats: Array<string>, message: string }
   };

export type SiteQueryVariables = Exact<{ [key: string]: never; }>;


export type SiteQuery = { site: { name: string, currency: string, timeZone: string, demonstration: boolean, holdMinutes: number, saleDaysAhead: number, today: string, supportPhone: string | null, supportEmail: string | null } };

export type PopularDirectionsQueryVariables = Exact<{ [key: string]: never; }>;


export type PopularDirectionsQuery = { popularDirections: Array<{ tripsPerDay: number, from: { id: string, name: string }, to: { id: string, name: string }, priceFrom: { amount: string, currency: string } | null }> };

export type PassengerCategoriesQueryVariables = Exact<{ [key: string]: never; }>;


export type PassengerCategoriesQuery = { passengerCategories: Array<{ code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, percentOff: string, proofRequired: boolean }> };

export type WalletPartsFragment = { id: string, number: string, holder: string, blocked: boolean, balance: { amount: string, currency: string }, credit: { amount: string, currency: string }, available: { amount: string, currency: string }, bounds: { smallest: { amount: string, currency: string }, largest: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null } };

export type MyWalletQueryVariables = Exact<{ [key: string]: never; }>;


export type MyWalletQuery = { me: { id: string, wallet: { id: string, number: string, holder: string, blocked: boolean, balance: { amount: string, currency: string }, credit: { amount: string, currency: string }, available: { amount: string, currency: string }, bounds: { smallest: { amount: string, currency: string }, largest: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null } } | null } | null };

export type WalletEntriesQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type WalletEntriesQuery = { wallet: { id: string, entries: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: WalletEntryKind, at: string, orderNumber: string, methodName: string | null, buyer: string | null, amount: { amount: string, currency: string }, balance: { amount: string, currency: string } }> } } };

export type OpenWalletMutationVariables = Exact<{ [key: string]: never; }>;


export type OpenWalletMutation = { openWallet: { wallet: { id: string, number: string, holder: string, blocked: boolean, balance: { amount: string, currency: string }, credit: { amount: string, currency: string }, available: { amount: string, currency: string }, bounds: { smallest: { amount: string, currency: string }, largest: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null } } } };

export type TopUpWalletMutationVariables = Exact<{
  input: TopUpWalletInput;
}>;


export type TopUpWalletMutation = { topUpWallet:
    | { __typename: 'InvalidInput', message: string, fields: Array<{ path: string, message: string }> }
    | { __typename: 'TopUpBegun', order: { id: string, number: string, link: string } }
   };

export type MyCompaniesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCompaniesQuery = { me: { id: string, companies: Array<{ companyId: string, name: string, inForce: boolean, discountPercent: string | null, monthlyLimit: { amount: string, currency: string } | null, spentThisMonth: { amount: string, currency: string }, wallet: { id: string, number: string, holder: string, blocked: boolean, balance: { amount: string, currency: string }, credit: { amount: string, currency: string }, available: { amount: string, currency: string }, bounds: { smallest: { amount: string, currency: string }, largest: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null } } }> } | null };

export type BuyForCompanyMutationVariables = Exact<{
  input: BuyForCompanyInput;
}>;


export type BuyForCompanyMutation = { buyForCompany:
    | { __typename: 'HoldExpired', expiredAt: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ message: string }> }
    | { __typename: 'OrderChanged', order: { id: string, number: string, status: OrderStatus, createdAt: string, holdUntil: string | null, serverTime: string, currency: string, email: string | null, phone: string | null, readyToPay: boolean, promotionCode: string | null, topsUp: string | null, ticketsPdfUrl: string | null, receiptsPdfUrl: string | null, calendarUrl: string | null, link: string, reservedUntil: { at: string, local: string, timeZone: string, offsetMinutes: number } | null, company: { id: string, name: string } | null, total: { amount: string, currency: string }, paid: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }>, passengers: Array<{ id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, proofRequired: boolean }, total: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }> }>, ancillaryOptions: Array<{ kind: AncillaryKind, code: string, name: string, detail: string | null, included: boolean, maxCount: number, price: { amount: string, currency: string } }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, title: string, segmentIndex: number, seat: string | null, refundable: boolean, price: { amount: string, currency: string }, passenger: { id: string } | null, ticket: { number: string, qrSvg: string, issuedAt: string, valid: boolean } | null }> }>, payments: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }>, exchanges: Array<{ id: string, state: ExchangeState, validUntil: string | null, difference: { amount: string, currency: string }, lines: Array<{ passenger: { id: string, firstName: string | null, lastName: string | null } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } } } | null }> }>, refunds: Array<{ id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> }> } }
    | { __typename: 'OrderClosed', status: OrderStatus }
   };

export type WalletOfferQueryVariables = Exact<{
  order: OrderRefInput;
}>;


export type WalletOfferQuery = { walletOffer: { enough: boolean, due: { amount: string, currency: string }, wallet: { id: string, number: string, holder: string, blocked: boolean, balance: { amount: string, currency: string }, credit: { amount: string, currency: string }, available: { amount: string, currency: string }, bounds: { smallest: { amount: string, currency: string }, largest: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null } } } | null };

export type PayFromWalletMutationVariables = Exact<{
  input: PayFromWalletInput;
}>;


export type PayFromWalletMutation = { payFromWallet:
    | { __typename: 'HoldExpired', expiredAt: string }
    | { __typename: 'IdempotencyConflict', message: string }
    | { __typename: 'InvalidInput', message: string, fields: Array<{ message: string }> }
    | { __typename: 'OrderClosed', status: OrderStatus }
    | { __typename: 'PaidFromWallet', order: { id: string, number: string, status: OrderStatus, createdAt: string, holdUntil: string | null, serverTime: string, currency: string, email: string | null, phone: string | null, readyToPay: boolean, promotionCode: string | null, topsUp: string | null, ticketsPdfUrl: string | null, receiptsPdfUrl: string | null, calendarUrl: string | null, link: string, reservedUntil: { at: string, local: string, timeZone: string, offsetMinutes: number } | null, company: { id: string, name: string } | null, total: { amount: string, currency: string }, paid: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }>, passengers: Array<{ id: string, firstName: string | null, lastName: string | null, middleName: string | null, birthDate: string | null, citizenship: string | null, documentKind: DocumentKind | null, documentNumber: string | null, category: { code: string, name: string, condition: string | null, needsSeat: boolean, minAge: number | null, maxAge: number | null, proofRequired: boolean }, total: { amount: string, currency: string }, explanation: Array<{ kind: PriceLineKind, title: string, detail: string | null, rule: string | null, amount: { amount: string, currency: string } }> }>, ancillaryOptions: Array<{ kind: AncillaryKind, code: string, name: string, detail: string | null, included: boolean, maxCount: number, price: { amount: string, currency: string } }>, segments: Array<{ index: number, direction: SegmentDirection, trip: { id: string, number: string, destination: string, state: TripState, delayMinutes: number, reservedSeating: boolean, route: { id: string, number: string, name: string, kind: RouteKind, passportRequired: boolean }, carrier: { id: string, name: string, phone: string | null }, vehicle: { name: string, vehicleClass: string, seatCount: number, standingPlaces: number, amenities: Array<string> } }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, lines: Array<{ id: string, kind: LineKind, state: LineState, title: string, segmentIndex: number, seat: string | null, refundable: boolean, price: { amount: string, currency: string }, passenger: { id: string } | null, ticket: { number: string, qrSvg: string, issuedAt: string, valid: boolean } | null }> }>, payments: Array<{ id: string, method: string, methodName: string, state: PaymentState, createdAt: string, paidAt: string | null, redirectUrl: string | null, qrSvg: string | null, appUrl: string | null, failureReason: string | null, amount: { amount: string, currency: string } }>, exchanges: Array<{ id: string, state: ExchangeState, validUntil: string | null, difference: { amount: string, currency: string }, lines: Array<{ passenger: { id: string, firstName: string | null, lastName: string | null } | null, new: { title: string, trip: { id: string, number: string }, from: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } }, to: { sequence: number, platform: string | null, skipped: boolean, arrival: { at: string, local: string, timeZone: string, offsetMinutes: number }, departure: { at: string, local: string, timeZone: string, offsetMinutes: number }, stop: { id: string, name: string, timeZone: string, station: { id: string, name: string } | null } } } | null }> }>, refunds: Array<{ id: string, state: RefundState, way: RefundWay, reason: string, createdAt: string, validUntil: string | null, amount: { amount: string, currency: string }, withheld: { amount: string, currency: string }, lines: Array<{ lineId: string, title: string, rule: string, explanation: string, paid: { amount: string, currency: string }, withheld: { amount: string, currency: string }, refunded: { amount: string, currency: string } }> }> } }
   };

export type CompanyPapersQueryVariables = Exact<{ [key: string]: never; }>;


export type CompanyPapersQuery = { me: { id: string, companies: Array<{ companyId: string, invoices: { nodes: Array<{ id: string, number: number, kind: CompanyInvoiceKind, startsOn: string | null, endsOn: string | null, dueOn: string, cancelledAt: string | null, due: { amount: string, currency: string } }> } }> } | null };

export type ExportInvoiceMutationVariables = Exact<{
  input: ExportInvoiceInput;
}>;


export type ExportInvoiceMutation = { exportInvoice:
    | { __typename: 'ExportReady', url: string }
    | { __typename: 'InvalidInput', message: string }
    | { __typename: 'TooManyAttempts', message: string }
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
export const MePartsFragmentDoc = new TypedDocumentString(`
    fragment MeParts on Me {
  id
  firstName
  lastName
  email
  phone
  language
  hasPassword
}
    `, {"fragmentName":"MeParts"}) as unknown as TypedDocumentString<MePartsFragment, unknown>;
export const SignedInPartsFragmentDoc = new TypedDocumentString(`
    fragment SignedInParts on SignedIn {
  accessToken
  expiresAt
  me {
    ...MeParts
  }
}
    fragment MeParts on Me {
  id
  firstName
  lastName
  email
  phone
  language
  hasPassword
}`, {"fragmentName":"SignedInParts"}) as unknown as TypedDocumentString<SignedInPartsFragment, unknown>;
export const SavedPassengerPartsFragmentDoc = new TypedDocumentString(`
    fragment SavedPassengerParts on SavedPassenger {
  id
  firstName
  lastName
  middleName
  birthDate
  citizenship
  documentKind
  documentNumber
  documentMasked
}
    `, {"fragmentName":"SavedPassengerParts"}) as unknown as TypedDocumentString<SavedPassengerPartsFragment, unknown>;
export const ZonedTimePartsFragmentDoc = new TypedDocumentString(`
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
    `, {"fragmentName":"ZonedTimeParts"}) as unknown as TypedDocumentString<ZonedTimePartsFragment, unknown>;
export const CallPartsFragmentDoc = new TypedDocumentString(`
    fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
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
}`, {"fragmentName":"CallParts"}) as unknown as TypedDocumentString<CallPartsFragment, unknown>;
export const TripPartsFragmentDoc = new TypedDocumentString(`
    fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
    `, {"fragmentName":"TripParts"}) as unknown as TypedDocumentString<TripPartsFragment, unknown>;
export const BoardPartsFragmentDoc = new TypedDocumentString(`
    fragment BoardParts on BoardEntry {
  seatsLeft
  expectedAt {
    ...ZonedTimeParts
  }
  call {
    ...CallParts
  }
  trip {
    ...TripParts
    calls {
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
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}`, {"fragmentName":"BoardParts"}) as unknown as TypedDocumentString<BoardPartsFragment, unknown>;
export const StationInfoFragmentDoc = new TypedDocumentString(`
    fragment StationInfo on Stop {
  id
  name
  timeZone
  phone
  address
  openingHours {
    weekday
    opens
    closes
  }
}
    `, {"fragmentName":"StationInfo"}) as unknown as TypedDocumentString<StationInfoFragment, unknown>;
export const HallRowFragmentDoc = new TypedDocumentString(`
    fragment HallRow on BoardEntry {
  expectedAt {
    ...ZonedTimeParts
  }
  call {
    sequence
    platform
    skipped
    departure {
      ...ZonedTimeParts
    }
    arrival {
      ...ZonedTimeParts
    }
  }
  trip {
    id
    number
    state
    destinationNames {
      ru
      ky
      en
    }
    originNames {
      ru
      ky
      en
    }
  }
}
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}`, {"fragmentName":"HallRow"}) as unknown as TypedDocumentString<HallRowFragment, unknown>;
export const MoneyPartsFragmentDoc = new TypedDocumentString(`
    fragment MoneyParts on Money {
  amount
  currency
}
    `, {"fragmentName":"MoneyParts"}) as unknown as TypedDocumentString<MoneyPartsFragment, unknown>;
export const JourneyPartsFragmentDoc = new TypedDocumentString(`
    fragment JourneyParts on Journey {
  id
  state
  durationMinutes
  changes
  changeMinutes
  seatsLeft
  departure {
    ...ZonedTimeParts
  }
  arrival {
    ...ZonedTimeParts
  }
  priceFrom {
    ...MoneyParts
  }
  priceTotal {
    ...MoneyParts
  }
  priceFromBefore {
    ...MoneyParts
  }
  priceTotalBefore {
    ...MoneyParts
  }
  campaigns
  segments {
    durationMinutes
    seatsLeft
    state
    notOnSaleReason
    price {
      ...MoneyParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    trip {
      ...TripParts
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
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}`, {"fragmentName":"JourneyParts"}) as unknown as TypedDocumentString<JourneyPartsFragment, unknown>;
export const PriceLinePartsFragmentDoc = new TypedDocumentString(`
    fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"PriceLineParts"}) as unknown as TypedDocumentString<PriceLinePartsFragment, unknown>;
export const PassengerPartsFragmentDoc = new TypedDocumentString(`
    fragment PassengerParts on OrderPassenger {
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
    condition
    needsSeat
    minAge
    maxAge
    proofRequired
  }
  total {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}`, {"fragmentName":"PassengerParts"}) as unknown as TypedDocumentString<PassengerPartsFragment, unknown>;
export const PaymentPartsFragmentDoc = new TypedDocumentString(`
    fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"PaymentParts"}) as unknown as TypedDocumentString<PaymentPartsFragment, unknown>;
export const RefundPartsFragmentDoc = new TypedDocumentString(`
    fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"RefundParts"}) as unknown as TypedDocumentString<RefundPartsFragment, unknown>;
export const OrderPartsFragmentDoc = new TypedDocumentString(`
    fragment OrderParts on Order {
  id
  number
  status
  createdAt
  holdUntil
  reservedUntil {
    ...ZonedTimeParts
  }
  serverTime
  currency
  email
  phone
  readyToPay
  promotionCode
  topsUp
  company {
    id
    name
  }
  ticketsPdfUrl
  receiptsPdfUrl
  calendarUrl
  link
  total {
    ...MoneyParts
  }
  paid {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
  passengers {
    ...PassengerParts
  }
  ancillaryOptions {
    kind
    code
    name
    detail
    included
    maxCount
    price {
      ...MoneyParts
    }
  }
  segments {
    index
    direction
    trip {
      ...TripParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    lines {
      id
      kind
      state
      title
      segmentIndex
      seat
      refundable
      price {
        ...MoneyParts
      }
      passenger {
        id
      }
      ticket {
        number
        qrSvg
        issuedAt
        valid
      }
    }
  }
  payments {
    ...PaymentParts
  }
  exchanges {
    id
    state
    validUntil
    difference {
      ...MoneyParts
    }
    lines {
      passenger {
        id
        firstName
        lastName
      }
      new {
        title
        trip {
          id
          number
        }
        from {
          ...CallParts
        }
        to {
          ...CallParts
        }
      }
    }
  }
  refunds {
    ...RefundParts
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
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}
fragment PassengerParts on OrderPassenger {
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
    condition
    needsSeat
    minAge
    maxAge
    proofRequired
  }
  total {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}
fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}`, {"fragmentName":"OrderParts"}) as unknown as TypedDocumentString<OrderPartsFragment, unknown>;
export const RefundRequestPartsFragmentDoc = new TypedDocumentString(`
    fragment RefundRequestParts on RefundRequest {
  id
  state
  reason
  text
  lineIds
  askedAt
  answer
  answeredAt
  documents {
    id
    name
    size
    url
  }
}
    `, {"fragmentName":"RefundRequestParts"}) as unknown as TypedDocumentString<RefundRequestPartsFragment, unknown>;
export const WalletPartsFragmentDoc = new TypedDocumentString(`
    fragment WalletParts on Wallet {
  id
  number
  holder
  blocked
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
  available {
    ...MoneyParts
  }
  bounds {
    smallest {
      ...MoneyParts
    }
    largest {
      ...MoneyParts
    }
    most {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`, {"fragmentName":"WalletParts"}) as unknown as TypedDocumentString<WalletPartsFragment, unknown>;
export const RefreshSessionDocument = new TypedDocumentString(`
    mutation RefreshSession {
  refreshSession(input: {kind: PASSENGER}) {
    __typename
    ... on SignedIn {
      ...SignedInParts
    }
  }
}
    fragment MeParts on Me {
  id
  firstName
  lastName
  email
  phone
  language
  hasPassword
}
fragment SignedInParts on SignedIn {
  accessToken
  expiresAt
  me {
    ...MeParts
  }
}`) as unknown as TypedDocumentString<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const RequestCodeDocument = new TypedDocumentString(`
    mutation RequestCode($input: RequestCodeInput!) {
  requestCode(input: $input) {
    __typename
    ... on CodeSent {
      to
      expiresAt
      resendAfter
    }
    ... on InvalidInput {
      message
      fields {
        path
        code
        message
      }
    }
    ... on TooManyAttempts {
      retryAfterSeconds
    }
  }
}
    `) as unknown as TypedDocumentString<RequestCodeMutation, RequestCodeMutationVariables>;
export const SignInWithCodeDocument = new TypedDocumentString(`
    mutation SignInWithCode($input: SignInWithCodeInput!) {
  signInWithCode(input: $input) {
    __typename
    ... on SignedIn {
      ...SignedInParts
    }
    ... on WrongCode {
      attemptsLeft
    }
    ... on TooManyAttempts {
      retryAfterSeconds
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
    fragment MeParts on Me {
  id
  firstName
  lastName
  email
  phone
  language
  hasPassword
}
fragment SignedInParts on SignedIn {
  accessToken
  expiresAt
  me {
    ...MeParts
  }
}`) as unknown as TypedDocumentString<SignInWithCodeMutation, SignInWithCodeMutationVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignedIn {
      ...SignedInParts
    }
    ... on TooManyAttempts {
      retryAfterSeconds
    }
  }
}
    fragment MeParts on Me {
  id
  firstName
  lastName
  email
  phone
  language
  hasPassword
}
fragment SignedInParts on SignedIn {
  accessToken
  expiresAt
  me {
    ...MeParts
  }
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($input: ResetPasswordInput!) {
  resetPassword(input: $input) {
    __typename
    ... on SignedIn {
      ...SignedInParts
    }
    ... on WrongCode {
      attemptsLeft
    }
    ... on InvalidInput {
      message
      fields {
        path
        code
        message
      }
    }
    ... on TooManyAttempts {
      retryAfterSeconds
    }
  }
}
    fragment MeParts on Me {
  id
  firstName
  lastName
  email
  phone
  language
  hasPassword
}
fragment SignedInParts on SignedIn {
  accessToken
  expiresAt
  me {
    ...MeParts
  }
}`) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const SetPasswordDocument = new TypedDocumentString(`
    mutation SetPassword($input: SetPasswordInput!) {
  setPassword(input: $input) {
    __typename
    ... on SignedIn {
      ...SignedInParts
    }
    ... on InvalidInput {
      message
      fields {
        path
        code
        message
      }
    }
    ... on TooManyAttempts {
      retryAfterSeconds
    }
  }
}
    fragment MeParts on Me {
  id
  firstName
  lastName
  email
  phone
  language
  hasPassword
}
fragment SignedInParts on SignedIn {
  accessToken
  expiresAt
  me {
    ...MeParts
  }
}`) as unknown as TypedDocumentString<SetPasswordMutation, SetPasswordMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut(kind: PASSENGER) {
    ok
  }
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const SignOutEverywhereDocument = new TypedDocumentString(`
    mutation SignOutEverywhere {
  signOutEverywhere {
    ok
  }
}
    `) as unknown as TypedDocumentString<SignOutEverywhereMutation, SignOutEverywhereMutationVariables>;
export const RevokeSessionDocument = new TypedDocumentString(`
    mutation RevokeSession($id: ID!) {
  revokeSession(id: $id) {
    ok
  }
}
    `) as unknown as TypedDocumentString<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const UpdateProfileDocument = new TypedDocumentString(`
    mutation UpdateProfile($input: UpdateProfileInput!) {
  updateProfile(input: $input) {
    __typename
    ... on ProfileUpdated {
      me {
        ...MeParts
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
    fragment MeParts on Me {
  id
  firstName
  lastName
  email
  phone
  language
  hasPassword
}`) as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const ConfirmContactDocument = new TypedDocumentString(`
    mutation ConfirmContact($input: ConfirmContactInput!) {
  confirmContact(input: $input) {
    __typename
    ... on ProfileUpdated {
      me {
        ...MeParts
      }
    }
    ... on WrongCode {
      attemptsLeft
    }
    ... on InvalidInput {
      message
      fields {
        path
        code
        message
      }
    }
    ... on TooManyAttempts {
      retryAfterSeconds
    }
  }
}
    fragment MeParts on Me {
  id
  firstName
  lastName
  email
  phone
  language
  hasPassword
}`) as unknown as TypedDocumentString<ConfirmContactMutation, ConfirmContactMutationVariables>;
export const SavePassengerDocument = new TypedDocumentString(`
    mutation SavePassenger($input: SavePassengerInput!) {
  savePassenger(input: $input) {
    __typename
    ... on PassengerSaved {
      passenger {
        ...SavedPassengerParts
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
    fragment SavedPassengerParts on SavedPassenger {
  id
  firstName
  lastName
  middleName
  birthDate
  citizenship
  documentKind
  documentNumber
  documentMasked
}`) as unknown as TypedDocumentString<SavePassengerMutation, SavePassengerMutationVariables>;
export const DeleteSavedPassengerDocument = new TypedDocumentString(`
    mutation DeleteSavedPassenger($id: ID!) {
  deleteSavedPassenger(id: $id) {
    ok
  }
}
    `) as unknown as TypedDocumentString<DeleteSavedPassengerMutation, DeleteSavedPassengerMutationVariables>;
export const DeleteAccountDocument = new TypedDocumentString(`
    mutation DeleteAccount($input: DeleteAccountInput!) {
  deleteAccount(input: $input) {
    __typename
    ... on InvalidInput {
      message
      fields {
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const MyTripsDocument = new TypedDocumentString(`
    query MyTrips($period: TripPeriod!, $after: String) {
  me {
    id
    trips(period: $period, first: 10, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        number
        status
        link
        createdAt
        total {
          ...MoneyParts
        }
        passengers {
          id
        }
        segments {
          index
          direction
          trip {
            id
            number
            state
          }
          from {
            ...CallParts
          }
          to {
            ...CallParts
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
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<MyTripsQuery, MyTripsQueryVariables>;
export const MyPaymentsDocument = new TypedDocumentString(`
    query MyPayments($after: String) {
  me {
    id
    payments(first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...PaymentParts
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<MyPaymentsQuery, MyPaymentsQueryVariables>;
export const MySavedPassengersDocument = new TypedDocumentString(`
    query MySavedPassengers {
  me {
    id
    savedPassengers {
      ...SavedPassengerParts
    }
  }
}
    fragment SavedPassengerParts on SavedPassenger {
  id
  firstName
  lastName
  middleName
  birthDate
  citizenship
  documentKind
  documentNumber
  documentMasked
}`) as unknown as TypedDocumentString<MySavedPassengersQuery, MySavedPassengersQueryVariables>;
export const MySessionsDocument = new TypedDocumentString(`
    query MySessions {
  me {
    id
    sessions {
      id
      current
      createdAt
      lastUsedAt
      address
      device
    }
  }
}
    `) as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const MyExportDocument = new TypedDocumentString(`
    query MyExport {
  me {
    id
    export
  }
}
    `) as unknown as TypedDocumentString<MyExportQuery, MyExportQueryVariables>;
export const StationsDocument = new TypedDocumentString(`
    query Stations {
  stations(first: 100) {
    id
    name
    kind
    place {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<StationsQuery, StationsQueryVariables>;
export const DeparturesDocument = new TypedDocumentString(`
    query Departures($stationId: ID!) {
  station(id: $stationId) {
    ...StationInfo
  }
  place(id: $stationId) {
    id
    name
  }
  departures(stationId: $stationId, first: 30) {
    ...BoardParts
  }
  announcements(stationId: $stationId) {
    id
    text
  }
}
    fragment BoardParts on BoardEntry {
  seatsLeft
  expectedAt {
    ...ZonedTimeParts
  }
  call {
    ...CallParts
  }
  trip {
    ...TripParts
    calls {
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
        }
      }
    }
  }
}
fragment StationInfo on Stop {
  id
  name
  timeZone
  phone
  address
  openingHours {
    weekday
    opens
    closes
  }
}
fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}`) as unknown as TypedDocumentString<DeparturesQuery, DeparturesQueryVariables>;
export const ArrivalsDocument = new TypedDocumentString(`
    query Arrivals($stationId: ID!) {
  station(id: $stationId) {
    ...StationInfo
  }
  place(id: $stationId) {
    id
    name
  }
  arrivals(stationId: $stationId, first: 30) {
    ...BoardParts
  }
  announcements(stationId: $stationId) {
    id
    text
  }
}
    fragment BoardParts on BoardEntry {
  seatsLeft
  expectedAt {
    ...ZonedTimeParts
  }
  call {
    ...CallParts
  }
  trip {
    ...TripParts
    calls {
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
        }
      }
    }
  }
}
fragment StationInfo on Stop {
  id
  name
  timeZone
  phone
  address
  openingHours {
    weekday
    opens
    closes
  }
}
fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}`) as unknown as TypedDocumentString<ArrivalsQuery, ArrivalsQueryVariables>;
export const DeparturesChangedDocument = new TypedDocumentString(`
    subscription DeparturesChanged($stationId: ID!) {
  departuresChanged(stationId: $stationId)
}
    `) as unknown as TypedDocumentString<DeparturesChangedSubscription, DeparturesChangedSubscriptionVariables>;
export const HallDocument = new TypedDocumentString(`
    query Hall($stationId: ID!, $arriving: Boolean!) {
  station(id: $stationId) {
    id
    timeZone
    names {
      ru
      ky
      en
    }
  }
  departures(stationId: $stationId, first: 60) @skip(if: $arriving) {
    ...HallRow
  }
  arrivals(stationId: $stationId, first: 60) @include(if: $arriving) {
    ...HallRow
  }
  announcements(stationId: $stationId) {
    id
    texts {
      ru
      ky
      en
    }
  }
}
    fragment HallRow on BoardEntry {
  expectedAt {
    ...ZonedTimeParts
  }
  call {
    sequence
    platform
    skipped
    departure {
      ...ZonedTimeParts
    }
    arrival {
      ...ZonedTimeParts
    }
  }
  trip {
    id
    number
    state
    destinationNames {
      ru
      ky
      en
    }
    originNames {
      ru
      ky
      en
    }
  }
}
fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}`) as unknown as TypedDocumentString<HallQuery, HallQueryVariables>;
export const SearchJourneysDocument = new TypedDocumentString(`
    query SearchJourneys($input: SearchInput!) {
  searchJourneys(input: $input) {
    date
    from {
      id
      name
    }
    to {
      id
      name
    }
    days {
      date
      journeys
      priceFrom {
        ...MoneyParts
      }
    }
    facets {
      carriers {
        count
        carrier {
          id
          name
        }
      }
      vehicleClasses {
        vehicleClass
        count
      }
    }
    journeys {
      ...JourneyParts
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
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
fragment JourneyParts on Journey {
  id
  state
  durationMinutes
  changes
  changeMinutes
  seatsLeft
  departure {
    ...ZonedTimeParts
  }
  arrival {
    ...ZonedTimeParts
  }
  priceFrom {
    ...MoneyParts
  }
  priceTotal {
    ...MoneyParts
  }
  priceFromBefore {
    ...MoneyParts
  }
  priceTotalBefore {
    ...MoneyParts
  }
  campaigns
  segments {
    durationMinutes
    seatsLeft
    state
    notOnSaleReason
    price {
      ...MoneyParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    trip {
      ...TripParts
    }
  }
}`) as unknown as TypedDocumentString<SearchJourneysQuery, SearchJourneysQueryVariables>;
export const TripCallsDocument = new TypedDocumentString(`
    query TripCalls($id: ID!) {
  trip(id: $id) {
    id
    calls {
      ...CallParts
    }
  }
}
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<TripCallsQuery, TripCallsQueryVariables>;
export const OrderByLinkDocument = new TypedDocumentString(`
    query OrderByLink($number: String!, $secret: String) {
  order(number: $number, secret: $secret) {
    ...OrderParts
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
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}
fragment PassengerParts on OrderPassenger {
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
    condition
    needsSeat
    minAge
    maxAge
    proofRequired
  }
  total {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}
fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}
fragment OrderParts on Order {
  id
  number
  status
  createdAt
  holdUntil
  reservedUntil {
    ...ZonedTimeParts
  }
  serverTime
  currency
  email
  phone
  readyToPay
  promotionCode
  topsUp
  company {
    id
    name
  }
  ticketsPdfUrl
  receiptsPdfUrl
  calendarUrl
  link
  total {
    ...MoneyParts
  }
  paid {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
  passengers {
    ...PassengerParts
  }
  ancillaryOptions {
    kind
    code
    name
    detail
    included
    maxCount
    price {
      ...MoneyParts
    }
  }
  segments {
    index
    direction
    trip {
      ...TripParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    lines {
      id
      kind
      state
      title
      segmentIndex
      seat
      refundable
      price {
        ...MoneyParts
      }
      passenger {
        id
      }
      ticket {
        number
        qrSvg
        issuedAt
        valid
      }
    }
  }
  payments {
    ...PaymentParts
  }
  exchanges {
    id
    state
    validUntil
    difference {
      ...MoneyParts
    }
    lines {
      passenger {
        id
        firstName
        lastName
      }
      new {
        title
        trip {
          id
          number
        }
        from {
          ...CallParts
        }
        to {
          ...CallParts
        }
      }
    }
  }
  refunds {
    ...RefundParts
  }
}`) as unknown as TypedDocumentString<OrderByLinkQuery, OrderByLinkQueryVariables>;
export const OrderChangedDocument = new TypedDocumentString(`
    subscription OrderChanged($order: OrderRefInput!) {
  orderChanged(order: $order) {
    ...OrderParts
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
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}
fragment PassengerParts on OrderPassenger {
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
    condition
    needsSeat
    minAge
    maxAge
    proofRequired
  }
  total {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}
fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}
fragment OrderParts on Order {
  id
  number
  status
  createdAt
  holdUntil
  reservedUntil {
    ...ZonedTimeParts
  }
  serverTime
  currency
  email
  phone
  readyToPay
  promotionCode
  topsUp
  company {
    id
    name
  }
  ticketsPdfUrl
  receiptsPdfUrl
  calendarUrl
  link
  total {
    ...MoneyParts
  }
  paid {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
  passengers {
    ...PassengerParts
  }
  ancillaryOptions {
    kind
    code
    name
    detail
    included
    maxCount
    price {
      ...MoneyParts
    }
  }
  segments {
    index
    direction
    trip {
      ...TripParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    lines {
      id
      kind
      state
      title
      segmentIndex
      seat
      refundable
      price {
        ...MoneyParts
      }
      passenger {
        id
      }
      ticket {
        number
        qrSvg
        issuedAt
        valid
      }
    }
  }
  payments {
    ...PaymentParts
  }
  exchanges {
    id
    state
    validUntil
    difference {
      ...MoneyParts
    }
    lines {
      passenger {
        id
        firstName
        lastName
      }
      new {
        title
        trip {
          id
          number
        }
        from {
          ...CallParts
        }
        to {
          ...CallParts
        }
      }
    }
  }
  refunds {
    ...RefundParts
  }
}`) as unknown as TypedDocumentString<OrderChangedSubscription, OrderChangedSubscriptionVariables>;
export const SetPassengersDocument = new TypedDocumentString(`
    mutation SetPassengers($input: SetPassengersInput!) {
  setPassengers(input: $input) {
    __typename
    ... on OrderChanged {
      order {
        ...OrderParts
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
    ... on HoldExpired {
      expiredAt
    }
    ... on OrderClosed {
      status
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
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}
fragment PassengerParts on OrderPassenger {
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
    condition
    needsSeat
    minAge
    maxAge
    proofRequired
  }
  total {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}
fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}
fragment OrderParts on Order {
  id
  number
  status
  createdAt
  holdUntil
  reservedUntil {
    ...ZonedTimeParts
  }
  serverTime
  currency
  email
  phone
  readyToPay
  promotionCode
  topsUp
  company {
    id
    name
  }
  ticketsPdfUrl
  receiptsPdfUrl
  calendarUrl
  link
  total {
    ...MoneyParts
  }
  paid {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
  passengers {
    ...PassengerParts
  }
  ancillaryOptions {
    kind
    code
    name
    detail
    included
    maxCount
    price {
      ...MoneyParts
    }
  }
  segments {
    index
    direction
    trip {
      ...TripParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    lines {
      id
      kind
      state
      title
      segmentIndex
      seat
      refundable
      price {
        ...MoneyParts
      }
      passenger {
        id
      }
      ticket {
        number
        qrSvg
        issuedAt
        valid
      }
    }
  }
  payments {
    ...PaymentParts
  }
  exchanges {
    id
    state
    validUntil
    difference {
      ...MoneyParts
    }
    lines {
      passenger {
        id
        firstName
        lastName
      }
      new {
        title
        trip {
          id
          number
        }
        from {
          ...CallParts
        }
        to {
          ...CallParts
        }
      }
    }
  }
  refunds {
    ...RefundParts
  }
}`) as unknown as TypedDocumentString<SetPassengersMutation, SetPassengersMutationVariables>;
export const DropPassengerDocument = new TypedDocumentString(`
    mutation DropPassenger($input: DropPassengerInput!) {
  dropPassenger(input: $input) {
    __typename
    ... on OrderChanged {
      order {
        ...OrderParts
      }
    }
    ... on HoldExpired {
      expiredAt
    }
    ... on OrderClosed {
      status
    }
    ... on InvalidInput {
      message
      fields {
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
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}
fragment PassengerParts on OrderPassenger {
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
    condition
    needsSeat
    minAge
    maxAge
    proofRequired
  }
  total {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}
fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}
fragment OrderParts on Order {
  id
  number
  status
  createdAt
  holdUntil
  reservedUntil {
    ...ZonedTimeParts
  }
  serverTime
  currency
  email
  phone
  readyToPay
  promotionCode
  topsUp
  company {
    id
    name
  }
  ticketsPdfUrl
  receiptsPdfUrl
  calendarUrl
  link
  total {
    ...MoneyParts
  }
  paid {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
  passengers {
    ...PassengerParts
  }
  ancillaryOptions {
    kind
    code
    name
    detail
    included
    maxCount
    price {
      ...MoneyParts
    }
  }
  segments {
    index
    direction
    trip {
      ...TripParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    lines {
      id
      kind
      state
      title
      segmentIndex
      seat
      refundable
      price {
        ...MoneyParts
      }
      passenger {
        id
      }
      ticket {
        number
        qrSvg
        issuedAt
        valid
      }
    }
  }
  payments {
    ...PaymentParts
  }
  exchanges {
    id
    state
    validUntil
    difference {
      ...MoneyParts
    }
    lines {
      passenger {
        id
        firstName
        lastName
      }
      new {
        title
        trip {
          id
          number
        }
        from {
          ...CallParts
        }
        to {
          ...CallParts
        }
      }
    }
  }
  refunds {
    ...RefundParts
  }
}`) as unknown as TypedDocumentString<DropPassengerMutation, DropPassengerMutationVariables>;
export const ReleaseOrderDocument = new TypedDocumentString(`
    mutation ReleaseOrder($input: ReleaseOrderInput!) {
  releaseOrder(input: $input) {
    __typename
    ... on OrderChanged {
      order {
        ...OrderParts
      }
    }
    ... on OrderClosed {
      status
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
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}
fragment PassengerParts on OrderPassenger {
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
    condition
    needsSeat
    minAge
    maxAge
    proofRequired
  }
  total {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}
fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}
fragment OrderParts on Order {
  id
  number
  status
  createdAt
  holdUntil
  reservedUntil {
    ...ZonedTimeParts
  }
  serverTime
  currency
  email
  phone
  readyToPay
  promotionCode
  topsUp
  company {
    id
    name
  }
  ticketsPdfUrl
  receiptsPdfUrl
  calendarUrl
  link
  total {
    ...MoneyParts
  }
  paid {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
  passengers {
    ...PassengerParts
  }
  ancillaryOptions {
    kind
    code
    name
    detail
    included
    maxCount
    price {
      ...MoneyParts
    }
  }
  segments {
    index
    direction
    trip {
      ...TripParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    lines {
      id
      kind
      state
      title
      segmentIndex
      seat
      refundable
      price {
        ...MoneyParts
      }
      passenger {
        id
      }
      ticket {
        number
        qrSvg
        issuedAt
        valid
      }
    }
  }
  payments {
    ...PaymentParts
  }
  exchanges {
    id
    state
    validUntil
    difference {
      ...MoneyParts
    }
    lines {
      passenger {
        id
        firstName
        lastName
      }
      new {
        title
        trip {
          id
          number
        }
        from {
          ...CallParts
        }
        to {
          ...CallParts
        }
      }
    }
  }
  refunds {
    ...RefundParts
  }
}`) as unknown as TypedDocumentString<ReleaseOrderMutation, ReleaseOrderMutationVariables>;
export const ResendTicketsDocument = new TypedDocumentString(`
    mutation ResendTickets($input: ResendTicketsInput!) {
  resendTickets(input: $input) {
    __typename
    ... on OrderChanged {
      order {
        id
      }
    }
    ... on OrderClosed {
      status
    }
    ... on InvalidInput {
      message
      fields {
        path
        code
        message
      }
    }
    ... on TooManyAttempts {
      retryAfterSeconds
    }
  }
}
    `) as unknown as TypedDocumentString<ResendTicketsMutation, ResendTicketsMutationVariables>;
export const PaymentMethodsDocument = new TypedDocumentString(`
    query PaymentMethods($order: OrderRefInput!) {
  paymentMethods(order: $order) {
    code
    name
    detail
    fee {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<PaymentMethodsQuery, PaymentMethodsQueryVariables>;
export const DeskOfferDocument = new TypedDocumentString(`
    query DeskOffer($order: OrderRefInput!) {
  deskOffer(order: $order) {
    ...ZonedTimeParts
  }
}
    fragment ZonedTimeParts on ZonedTime {
  at
  local
  timeZone
  offsetMinutes
}`) as unknown as TypedDocumentString<DeskOfferQuery, DeskOfferQueryVariables>;
export const ReserveForDeskDocument = new TypedDocumentString(`
    mutation ReserveForDesk($input: ReserveForDeskInput!) {
  reserveForDesk(input: $input) {
    __typename
    ... on OrderChanged {
      order {
        ...OrderParts
      }
    }
    ... on HoldExpired {
      expiredAt
    }
    ... on OrderClosed {
      status
    }
    ... on InvalidInput {
      message
      fields {
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
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}
fragment PassengerParts on OrderPassenger {
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
    condition
    needsSeat
    minAge
    maxAge
    proofRequired
  }
  total {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}
fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}
fragment OrderParts on Order {
  id
  number
  status
  createdAt
  holdUntil
  reservedUntil {
    ...ZonedTimeParts
  }
  serverTime
  currency
  email
  phone
  readyToPay
  promotionCode
  topsUp
  company {
    id
    name
  }
  ticketsPdfUrl
  receiptsPdfUrl
  calendarUrl
  link
  total {
    ...MoneyParts
  }
  paid {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
  passengers {
    ...PassengerParts
  }
  ancillaryOptions {
    kind
    code
    name
    detail
    included
    maxCount
    price {
      ...MoneyParts
    }
  }
  segments {
    index
    direction
    trip {
      ...TripParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    lines {
      id
      kind
      state
      title
      segmentIndex
      seat
      refundable
      price {
        ...MoneyParts
      }
      passenger {
        id
      }
      ticket {
        number
        qrSvg
        issuedAt
        valid
      }
    }
  }
  payments {
    ...PaymentParts
  }
  exchanges {
    id
    state
    validUntil
    difference {
      ...MoneyParts
    }
    lines {
      passenger {
        id
        firstName
        lastName
      }
      new {
        title
        trip {
          id
          number
        }
        from {
          ...CallParts
        }
        to {
          ...CallParts
        }
      }
    }
  }
  refunds {
    ...RefundParts
  }
}`) as unknown as TypedDocumentString<ReserveForDeskMutation, ReserveForDeskMutationVariables>;
export const StartPaymentDocument = new TypedDocumentString(`
    mutation StartPayment($input: StartPaymentInput!) {
  startPayment(input: $input) {
    __typename
    ... on PaymentStarted {
      payment {
        ...PaymentParts
      }
      order {
        id
        status
      }
    }
    ... on HoldExpired {
      expiredAt
    }
    ... on OrderClosed {
      status
    }
    ... on InvalidInput {
      message
      fields {
        message
      }
    }
    ... on GatewayUnavailable {
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
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}`) as unknown as TypedDocumentString<StartPaymentMutation, StartPaymentMutationVariables>;
export const ApplyPromotionDocument = new TypedDocumentString(`
    mutation ApplyPromotion($input: ApplyPromotionInput!) {
  applyPromotion(input: $input) {
    __typename
    ... on OrderChanged {
      order {
        ...OrderParts
      }
    }
    ... on InvalidInput {
      fields {
        message
      }
    }
    ... on HoldExpired {
      expiredAt
    }
    ... on OrderClosed {
      status
    }
    ... on TooManyAttempts {
      message
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
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}
fragment PassengerParts on OrderPassenger {
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
    condition
    needsSeat
    minAge
    maxAge
    proofRequired
  }
  total {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}
fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}
fragment OrderParts on Order {
  id
  number
  status
  createdAt
  holdUntil
  reservedUntil {
    ...ZonedTimeParts
  }
  serverTime
  currency
  email
  phone
  readyToPay
  promotionCode
  topsUp
  company {
    id
    name
  }
  ticketsPdfUrl
  receiptsPdfUrl
  calendarUrl
  link
  total {
    ...MoneyParts
  }
  paid {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
  passengers {
    ...PassengerParts
  }
  ancillaryOptions {
    kind
    code
    name
    detail
    included
    maxCount
    price {
      ...MoneyParts
    }
  }
  segments {
    index
    direction
    trip {
      ...TripParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    lines {
      id
      kind
      state
      title
      segmentIndex
      seat
      refundable
      price {
        ...MoneyParts
      }
      passenger {
        id
      }
      ticket {
        number
        qrSvg
        issuedAt
        valid
      }
    }
  }
  payments {
    ...PaymentParts
  }
  exchanges {
    id
    state
    validUntil
    difference {
      ...MoneyParts
    }
    lines {
      passenger {
        id
        firstName
        lastName
      }
      new {
        title
        trip {
          id
          number
        }
        from {
          ...CallParts
        }
        to {
          ...CallParts
        }
      }
    }
  }
  refunds {
    ...RefundParts
  }
}`) as unknown as TypedDocumentString<ApplyPromotionMutation, ApplyPromotionMutationVariables>;
export const PlacesDocument = new TypedDocumentString(`
    query Places($query: String!) {
  places(query: $query, first: 8) {
    id
    name
    kind
    detail
  }
}
    `) as unknown as TypedDocumentString<PlacesQuery, PlacesQueryVariables>;
export const PlaceByIdDocument = new TypedDocumentString(`
    query PlaceById($id: ID!) {
  place(id: $id) {
    id
    name
    kind
    detail
  }
}
    `) as unknown as TypedDocumentString<PlaceByIdQuery, PlaceByIdQueryVariables>;
export const QuoteRefundDocument = new TypedDocumentString(`
    mutation QuoteRefund($input: QuoteRefundInput!) {
  quoteRefund(input: $input) {
    __typename
    ... on RefundQuoted {
      quote {
        ...RefundParts
      }
    }
    ... on NotRefundable {
      lineId
      reason
      message
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}
fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}`) as unknown as TypedDocumentString<QuoteRefundMutation, QuoteRefundMutationVariables>;
export const ConfirmRefundDocument = new TypedDocumentString(`
    mutation ConfirmRefund($input: ConfirmRefundInput!) {
  confirmRefund(input: $input) {
    __typename
    ... on RefundConfirmed {
      refund {
        ...RefundParts
      }
      order {
        ...OrderParts
      }
    }
    ... on QuoteExpired {
      message
    }
    ... on NotRefundable {
      reason
      message
    }
    ... on IdempotencyConflict {
      message
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
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}
fragment PassengerParts on OrderPassenger {
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
    condition
    needsSeat
    minAge
    maxAge
    proofRequired
  }
  total {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}
fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}
fragment OrderParts on Order {
  id
  number
  status
  createdAt
  holdUntil
  reservedUntil {
    ...ZonedTimeParts
  }
  serverTime
  currency
  email
  phone
  readyToPay
  promotionCode
  topsUp
  company {
    id
    name
  }
  ticketsPdfUrl
  receiptsPdfUrl
  calendarUrl
  link
  total {
    ...MoneyParts
  }
  paid {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
  passengers {
    ...PassengerParts
  }
  ancillaryOptions {
    kind
    code
    name
    detail
    included
    maxCount
    price {
      ...MoneyParts
    }
  }
  segments {
    index
    direction
    trip {
      ...TripParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    lines {
      id
      kind
      state
      title
      segmentIndex
      seat
      refundable
      price {
        ...MoneyParts
      }
      passenger {
        id
      }
      ticket {
        number
        qrSvg
        issuedAt
        valid
      }
    }
  }
  payments {
    ...PaymentParts
  }
  exchanges {
    id
    state
    validUntil
    difference {
      ...MoneyParts
    }
    lines {
      passenger {
        id
        firstName
        lastName
      }
      new {
        title
        trip {
          id
          number
        }
        from {
          ...CallParts
        }
        to {
          ...CallParts
        }
      }
    }
  }
  refunds {
    ...RefundParts
  }
}`) as unknown as TypedDocumentString<ConfirmRefundMutation, ConfirmRefundMutationVariables>;
export const OrderRefundRequestsDocument = new TypedDocumentString(`
    query OrderRefundRequests($id: ID!, $secret: String) {
  order(id: $id, secret: $secret) {
    id
    refundRequests {
      ...RefundRequestParts
    }
  }
}
    fragment RefundRequestParts on RefundRequest {
  id
  state
  reason
  text
  lineIds
  askedAt
  answer
  answeredAt
  documents {
    id
    name
    size
    url
  }
}`) as unknown as TypedDocumentString<OrderRefundRequestsQuery, OrderRefundRequestsQueryVariables>;
export const AskForRefundDocument = new TypedDocumentString(`
    mutation AskForRefund($input: AskForRefundInput!) {
  askForRefund(input: $input) {
    __typename
    ... on RefundAsked {
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
    ... on NotRefundable {
      message
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    fragment RefundRequestParts on RefundRequest {
  id
  state
  reason
  text
  lineIds
  askedAt
  answer
  answeredAt
  documents {
    id
    name
    size
    url
  }
}`) as unknown as TypedDocumentString<AskForRefundMutation, AskForRefundMutationVariables>;
export const WithdrawRefundRequestDocument = new TypedDocumentString(`
    mutation WithdrawRefundRequest($order: OrderRefInput!, $requestId: ID!) {
  withdrawRefundRequest(order: $order, requestId: $requestId) {
    __typename
    ... on RefundRequestWithdrawn {
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
    `) as unknown as TypedDocumentString<WithdrawRefundRequestMutation, WithdrawRefundRequestMutationVariables>;
export const SeatMapOfDocument = new TypedDocumentString(`
    query SeatMapOf($tripId: ID!, $from: Int!, $to: Int!) {
  seatMap(tripId: $tripId, from: $from, to: $to) {
    version
    planId
    openSeating
    capacity
    seatsLeft
    notOnSaleReason
    price {
      ...MoneyParts
    }
    classPrices {
      seatClass
      seatsLeft
      price {
        ...MoneyParts
      }
      priceBefore {
        ...MoneyParts
      }
      lines {
        kind
        title
        detail
        amount {
          ...MoneyParts
        }
      }
    }
    trip {
      ...TripParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
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
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}`) as unknown as TypedDocumentString<SeatMapOfQuery, SeatMapOfQueryVariables>;
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
export const HoldSeatsDocument = new TypedDocumentString(`
    mutation HoldSeats($input: HoldSeatsInput!) {
  holdSeats(input: $input) {
    __typename
    ... on HeldSeats {
      secret
      order {
        id
        number
      }
    }
    ... on SeatsTaken {
      tripId
      seats
      message
    }
    ... on NotOnSale {
      tripId
      reason
      message
    }
    ... on PriceChanged {
      tripId
      message
      expected {
        ...MoneyParts
      }
      price {
        ...MoneyParts
      }
    }
    ... on NotEnoughSeats {
      tripId
      seatsLeft
      message
    }
    ... on InvalidInput {
      message
      fields {
        path
        code
        message
      }
    }
    ... on IdempotencyConflict {
      message
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<HoldSeatsMutation, HoldSeatsMutationVariables>;
export const SiteDocument = new TypedDocumentString(`
    query Site {
  site {
    name
    currency
    timeZone
    demonstration
    holdMinutes
    saleDaysAhead
    today
    supportPhone
    supportEmail
  }
}
    `) as unknown as TypedDocumentString<SiteQuery, SiteQueryVariables>;
export const PopularDirectionsDocument = new TypedDocumentString(`
    query PopularDirections {
  popularDirections(first: 8) {
    tripsPerDay
    from {
      id
      name
    }
    to {
      id
      name
    }
    priceFrom {
      ...MoneyParts
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<PopularDirectionsQuery, PopularDirectionsQueryVariables>;
export const PassengerCategoriesDocument = new TypedDocumentString(`
    query PassengerCategories {
  passengerCategories {
    code
    name
    condition
    needsSeat
    minAge
    maxAge
    percentOff
    proofRequired
  }
}
    `) as unknown as TypedDocumentString<PassengerCategoriesQuery, PassengerCategoriesQueryVariables>;
export const MyWalletDocument = new TypedDocumentString(`
    query MyWallet {
  me {
    id
    wallet {
      ...WalletParts
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
  holder
  blocked
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
  available {
    ...MoneyParts
  }
  bounds {
    smallest {
      ...MoneyParts
    }
    largest {
      ...MoneyParts
    }
    most {
      ...MoneyParts
    }
  }
}`) as unknown as TypedDocumentString<MyWalletQuery, MyWalletQueryVariables>;
export const WalletEntriesDocument = new TypedDocumentString(`
    query WalletEntries($id: ID!, $after: String) {
  wallet(id: $id) {
    id
    entries(first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        at
        orderNumber
        methodName
        buyer
        amount {
          ...MoneyParts
        }
        balance {
          ...MoneyParts
        }
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<WalletEntriesQuery, WalletEntriesQueryVariables>;
export const OpenWalletDocument = new TypedDocumentString(`
    mutation OpenWallet {
  openWallet {
    wallet {
      ...WalletParts
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
  holder
  blocked
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
  available {
    ...MoneyParts
  }
  bounds {
    smallest {
      ...MoneyParts
    }
    largest {
      ...MoneyParts
    }
    most {
      ...MoneyParts
    }
  }
}`) as unknown as TypedDocumentString<OpenWalletMutation, OpenWalletMutationVariables>;
export const TopUpWalletDocument = new TypedDocumentString(`
    mutation TopUpWallet($input: TopUpWalletInput!) {
  topUpWallet(input: $input) {
    __typename
    ... on TopUpBegun {
      order {
        id
        number
        link
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
    `) as unknown as TypedDocumentString<TopUpWalletMutation, TopUpWalletMutationVariables>;
export const MyCompaniesDocument = new TypedDocumentString(`
    query MyCompanies {
  me {
    id
    companies {
      companyId
      name
      inForce
      discountPercent
      monthlyLimit {
        ...MoneyParts
      }
      spentThisMonth {
        ...MoneyParts
      }
      wallet {
        ...WalletParts
      }
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
  holder
  blocked
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
  available {
    ...MoneyParts
  }
  bounds {
    smallest {
      ...MoneyParts
    }
    largest {
      ...MoneyParts
    }
    most {
      ...MoneyParts
    }
  }
}`) as unknown as TypedDocumentString<MyCompaniesQuery, MyCompaniesQueryVariables>;
export const BuyForCompanyDocument = new TypedDocumentString(`
    mutation BuyForCompany($input: BuyForCompanyInput!) {
  buyForCompany(input: $input) {
    __typename
    ... on OrderChanged {
      order {
        ...OrderParts
      }
    }
    ... on HoldExpired {
      expiredAt
    }
    ... on OrderClosed {
      status
    }
    ... on InvalidInput {
      message
      fields {
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
}
fragment MoneyParts on Money {
  amount
  currency
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}
fragment PassengerParts on OrderPassenger {
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
    condition
    needsSeat
    minAge
    maxAge
    proofRequired
  }
  total {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}
fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}
fragment OrderParts on Order {
  id
  number
  status
  createdAt
  holdUntil
  reservedUntil {
    ...ZonedTimeParts
  }
  serverTime
  currency
  email
  phone
  readyToPay
  promotionCode
  topsUp
  company {
    id
    name
  }
  ticketsPdfUrl
  receiptsPdfUrl
  calendarUrl
  link
  total {
    ...MoneyParts
  }
  paid {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
  passengers {
    ...PassengerParts
  }
  ancillaryOptions {
    kind
    code
    name
    detail
    included
    maxCount
    price {
      ...MoneyParts
    }
  }
  segments {
    index
    direction
    trip {
      ...TripParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    lines {
      id
      kind
      state
      title
      segmentIndex
      seat
      refundable
      price {
        ...MoneyParts
      }
      passenger {
        id
      }
      ticket {
        number
        qrSvg
        issuedAt
        valid
      }
    }
  }
  payments {
    ...PaymentParts
  }
  exchanges {
    id
    state
    validUntil
    difference {
      ...MoneyParts
    }
    lines {
      passenger {
        id
        firstName
        lastName
      }
      new {
        title
        trip {
          id
          number
        }
        from {
          ...CallParts
        }
        to {
          ...CallParts
        }
      }
    }
  }
  refunds {
    ...RefundParts
  }
}`) as unknown as TypedDocumentString<BuyForCompanyMutation, BuyForCompanyMutationVariables>;
export const WalletOfferDocument = new TypedDocumentString(`
    query WalletOffer($order: OrderRefInput!) {
  walletOffer(order: $order) {
    enough
    due {
      ...MoneyParts
    }
    wallet {
      ...WalletParts
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
  holder
  blocked
  balance {
    ...MoneyParts
  }
  credit {
    ...MoneyParts
  }
  available {
    ...MoneyParts
  }
  bounds {
    smallest {
      ...MoneyParts
    }
    largest {
      ...MoneyParts
    }
    most {
      ...MoneyParts
    }
  }
}`) as unknown as TypedDocumentString<WalletOfferQuery, WalletOfferQueryVariables>;
export const PayFromWalletDocument = new TypedDocumentString(`
    mutation PayFromWallet($input: PayFromWalletInput!) {
  payFromWallet(input: $input) {
    __typename
    ... on PaidFromWallet {
      order {
        ...OrderParts
      }
    }
    ... on HoldExpired {
      expiredAt
    }
    ... on OrderClosed {
      status
    }
    ... on InvalidInput {
      message
      fields {
        message
      }
    }
    ... on IdempotencyConflict {
      message
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
}
fragment CallParts on StopCall {
  sequence
  platform
  skipped
  arrival {
    ...ZonedTimeParts
  }
  departure {
    ...ZonedTimeParts
  }
  stop {
    id
    name
    timeZone
    station {
      id
      name
    }
  }
}
fragment TripParts on Trip {
  id
  number
  destination
  state
  delayMinutes
  reservedSeating
  route {
    id
    number
    name
    kind
    passportRequired
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
    standingPlaces
    amenities
  }
}
fragment PriceLineParts on PriceLine {
  kind
  title
  detail
  rule
  amount {
    ...MoneyParts
  }
}
fragment PassengerParts on OrderPassenger {
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
    condition
    needsSeat
    minAge
    maxAge
    proofRequired
  }
  total {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
}
fragment PaymentParts on Payment {
  id
  method
  methodName
  state
  createdAt
  paidAt
  redirectUrl
  qrSvg
  appUrl
  failureReason
  amount {
    ...MoneyParts
  }
}
fragment RefundParts on Refund {
  id
  state
  way
  reason
  createdAt
  validUntil
  amount {
    ...MoneyParts
  }
  withheld {
    ...MoneyParts
  }
  lines {
    lineId
    title
    rule
    explanation
    paid {
      ...MoneyParts
    }
    withheld {
      ...MoneyParts
    }
    refunded {
      ...MoneyParts
    }
  }
}
fragment OrderParts on Order {
  id
  number
  status
  createdAt
  holdUntil
  reservedUntil {
    ...ZonedTimeParts
  }
  serverTime
  currency
  email
  phone
  readyToPay
  promotionCode
  topsUp
  company {
    id
    name
  }
  ticketsPdfUrl
  receiptsPdfUrl
  calendarUrl
  link
  total {
    ...MoneyParts
  }
  paid {
    ...MoneyParts
  }
  explanation {
    ...PriceLineParts
  }
  passengers {
    ...PassengerParts
  }
  ancillaryOptions {
    kind
    code
    name
    detail
    included
    maxCount
    price {
      ...MoneyParts
    }
  }
  segments {
    index
    direction
    trip {
      ...TripParts
    }
    from {
      ...CallParts
    }
    to {
      ...CallParts
    }
    lines {
      id
      kind
      state
      title
      segmentIndex
      seat
      refundable
      price {
        ...MoneyParts
      }
      passenger {
        id
      }
      ticket {
        number
        qrSvg
        issuedAt
        valid
      }
    }
  }
  payments {
    ...PaymentParts
  }
  exchanges {
    id
    state
    validUntil
    difference {
      ...MoneyParts
    }
    lines {
      passenger {
        id
        firstName
        lastName
      }
      new {
        title
        trip {
          id
          number
        }
        from {
          ...CallParts
        }
        to {
          ...CallParts
        }
      }
    }
  }
  refunds {
    ...RefundParts
  }
}`) as unknown as TypedDocumentString<PayFromWalletMutation, PayFromWalletMutationVariables>;
export const CompanyPapersDocument = new TypedDocumentString(`
    query CompanyPapers {
  me {
    id
    companies {
      companyId
      invoices {
        nodes {
          id
          number
          kind
          startsOn
          endsOn
          dueOn
          cancelledAt
          due {
            ...MoneyParts
          }
        }
      }
    }
  }
}
    fragment MoneyParts on Money {
  amount
  currency
}`) as unknown as TypedDocumentString<CompanyPapersQuery, CompanyPapersQueryVariables>;
export const ExportInvoiceDocument = new TypedDocumentString(`
    mutation ExportInvoice($input: ExportInvoiceInput!) {
  exportInvoice(input: $input) {
    __typename
    ... on ExportReady {
      url
    }
    ... on InvalidInput {
      message
    }
    ... on TooManyAttempts {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExportInvoiceMutation, ExportInvoiceMutationVariables>;