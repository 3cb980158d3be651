//! What of each list goes into a file, column by column: what is asked of a row, and how that becomes a cell.

use super::cells::Read;
use super::cells::Read::{
    Date, Decimal, Each, Has, Json, Local, Moment, Money, Number, Text, Texts, Which, Word, Words, Yes,
};

/// A column, by the code that the list's page chooses it with. Its head is `sheet.<code>` in the catalogues.
pub struct Column {
    pub code: &'static str,
    /// Of a row of the list's field.
    pub selection: &'static str,
    pub read: Read,
}

const fn column(code: &'static str, selection: &'static str, read: Read) -> Column {
    Column { code, selection, read }
}

pub const ORDERS: &[Column] = &[
    column("number", "number", Text("/number")),
    column("channel", "channel", Text("/channel")),
    column("created", "createdAt", Moment("/createdAt")),
    column("departure", "segments { from { departure { local } } }", Local("/segments/0/from/departure/local")),
    column(
        "ride",
        "segments { from { stop { name } } to { stop { name } } }",
        Each("/segments", &["/from/stop/name", "/to/stop/name"], " — ", "; "),
    ),
    column(
        "passengers",
        "passengers { firstName lastName }",
        Each("/passengers", &["/lastName", "/firstName"], " ", ", "),
    ),
    column("email", "email", Text("/email")),
    column("phone", "phone", Text("/phone")),
    column("total", "total { amount currency }", Money("/total")),
    column("status", "status", Word("order_status", "/status")),
];

pub const TRIPS: &[Column] = &[
    column("departure", "calls { departure { local } }", Local("/calls/0/departure/local")),
    column("arrival", "calls { arrival { local } }", Local("/calls/last/arrival/local")),
    column("number", "number", Text("/number")),
    column("from", "calls { stop { name } }", Text("/calls/0/stop/name")),
    column("to", "calls { stop { name } }", Text("/calls/last/stop/name")),
    column("route", "route { name }", Text("/route/name")),
    column("carrier", "carrier { name }", Text("/carrier/name")),
    column("vehicle", "vehicle { name }", Text("/vehicle/name")),
    column("seats", "vehicle { seatCount }", Number("/vehicle/seatCount")),
    column("sold", "soldPlaces", Number("/soldPlaces")),
    column("plate", "vehicle { plate }", Text("/vehicle/plate")),
    column("platform", "calls { platform }", Text("/calls/0/platform")),
    column("state", "state", Word("trip_state", "/state")),
    column("delay", "delayMinutes", Number("/delayMinutes")),
    column("saleClosed", "saleClosed", Yes("/saleClosed")),
];

pub const VEHICLES: &[Column] = &[
    column("plate", "plate", Text("/plate")),
    column("make", "make", Text("/make")),
    column("class", "vehicleClass", Word("vehicle_class", "/vehicleClass")),
    column("year", "year", Number("/year")),
    column("carrier", "carrier { name }", Text("/carrier/name")),
    column("seats", "seatCount", Number("/seatCount")),
    column("permits", "permits { expiresOn }", Date("/permits/0/expiresOn")),
    column("active", "active", Yes("/active")),
];

pub const DRIVERS: &[Column] = &[
    column("name", "name", Text("/name")),
    column("carrier", "carrier { name }", Text("/carrier/name")),
    column("phone", "phone", Text("/phone")),
    column("permits", "permits { expiresOn }", Date("/permits/0/expiresOn")),
    column("active", "active", Yes("/active")),
];

pub const PERMITS: &[Column] = &[
    column("expires", "expiresOn", Date("/expiresOn")),
    column("holder", "holderName", Text("/holderName")),
    column("kind", "kind", Word("permit", "/kind")),
    column("number", "number", Text("/number")),
    column("note", "note", Text("/note")),
    column("daysLeft", "daysLeft", Number("/daysLeft")),
];

pub const CARRIERS: &[Column] = &[
    column("name", "name", Text("/name")),
    column("code", "code", Text("/code")),
    column("inn", "legal { inn }", Text("/legal/inn")),
    column(
        "contract",
        "contracts { number state }",
        Which { list: "/contracts", field: "/state", is: "CURRENT", text: "/number" },
    ),
    column("vehicles", "vehicleCount", Number("/vehicleCount")),
    column("blocked", "blocked { at }", Has("/blocked")),
    column("active", "active", Yes("/active")),
];

pub const STATIONS: &[Column] = &[
    column("name", "name", Text("/name")),
    column("code", "code", Text("/code")),
    column("town", "place { name }", Text("/place/name")),
    column("kind", "kind", Word("stop_kind", "/kind")),
    column("departures", "departures", Number("/departures")),
    column("active", "active", Yes("/active")),
];

pub const ROUTES: &[Column] = &[
    column("number", "number", Text("/number")),
    column("name", "name", Text("/name")),
    column("carrier", "carrier { name }", Text("/carrier/name")),
    column("class", "serviceClass", Word("vehicle_class", "/serviceClass")),
    column("active", "active", Yes("/active")),
    column("online", "onlineSale", Yes("/onlineSale")),
];

pub const STAFF: &[Column] = &[
    column("name", "firstName lastName", Texts(&["/lastName", "/firstName"])),
    column("email", "email", Text("/email")),
    column("role", "role { name }", Text("/role/name")),
    column("carrier", "carrier { name }", Text("/carrier/name")),
    column("lastSeen", "lastSeenAt", Moment("/lastSeenAt")),
    column("blocked", "blockedAt", Has("/blockedAt")),
];

pub const AUDIT: &[Column] = &[
    column("at", "at", Moment("/at")),
    column("address", "address", Text("/address")),
    column(
        "who",
        "staff { firstName lastName email }",
        Texts(&["/staff/lastName", "/staff/firstName", "/staff/email"]),
    ),
    column("action", "action", Text("/action")),
    column("subject", "subjectKind", Text("/subjectKind")),
    column("subjectName", "subjectName", Text("/subjectName")),
    column("before", "before", Json("/before")),
    column("after", "after", Json("/after")),
];

pub const JOBS: &[Column] = &[
    column("kind", "kind", Text("/kind")),
    column("state", "state", Word("job_state", "/state")),
    column("attempts", "attempts", Number("/attempts")),
    column("runAt", "runAt", Moment("/runAt")),
    column("created", "createdAt", Moment("/createdAt")),
    column("finished", "finishedAt", Moment("/finishedAt")),
    column("error", "lastError", Text("/lastError")),
];

pub const CLOSURES: &[Column] = &[
    column("from", "from { name }", Text("/from/name")),
    column("to", "to { name }", Text("/to/name")),
    column("bothWays", "bothWays", Yes("/bothWays")),
    column("starts", "startsAt { local }", Local("/startsAt/local")),
    column("ends", "endsAt { local }", Local("/endsAt/local")),
    column("reason", "reason", Text("/reason")),
    column("state", "state", Word("closure_state", "/state")),
];

pub const CLOSURE_TICKETS: &[Column] = &[
    column("departure", "from { departure { local } }", Local("/from/departure/local")),
    column("trip", "trip { number }", Text("/trip/number")),
    column("passenger", "passenger { firstName lastName }", Texts(&["/passenger/lastName", "/passenger/firstName"])),
    column("seat", "line { seat }", Text("/line/seat")),
    column("from", "from { stop { name } }", Text("/from/stop/name")),
    column("to", "to { stop { name } }", Text("/to/stop/name")),
    column("onSection", "onSection", Yes("/onSection")),
    column("order", "orderNumber", Text("/orderNumber")),
    column("price", "line { price { amount currency } }", Money("/line/price")),
    column("phone", "phone", Text("/phone")),
    column("email", "email", Text("/email")),
];

pub const ANNOUNCEMENTS: &[Column] = &[
    column("text", "text", Text("/text")),
    column("station", "station { name }", Text("/station/name")),
    column("starts", "startsAt { local }", Local("/startsAt/local")),
    column("ends", "endsAt { local }", Local("/endsAt/local")),
];

pub const BLANK_BLOCKS: &[Column] = &[
    column("blanks", "title", Text("/title")),
    column("desk", "desk { sign }", Text("/desk/sign")),
    column("since", "movedAt", Moment("/movedAt")),
    column("issued", "issuedAt", Moment("/issuedAt")),
    column("free", "free: count(state: FREE)", Number("/free")),
    column("sold", "sold: count(state: SOLD)", Number("/sold")),
    column("spoilt", "spoilt: count(state: SPOILT)", Number("/spoilt")),
    column("lost", "lost: count(state: LOST)", Number("/lost")),
    column("note", "note", Text("/note")),
];

pub const WALLETS: &[Column] = &[
    column("number", "number", Text("/number")),
    column("holder", "holder", Text("/holder")),
    column("balance", "balance { amount currency }", Money("/balance")),
    column("credit", "credit { amount currency }", Money("/credit")),
    column("opened", "openedAt", Moment("/openedAt")),
    column("blocked", "blocked", Yes("/blocked")),
    column("reason", "blockedReason", Text("/blockedReason")),
];

pub const COMPANIES: &[Column] = &[
    column("name", "name", Text("/name")),
    column("inn", "inn", Text("/inn")),
    column("contract", "contractNumber", Text("/contractNumber")),
    column("from", "contractFrom", Date("/contractFrom")),
    column("until", "contractTo", Date("/contractTo")),
    column("inForce", "inForce", Yes("/inForce")),
    column("discount", "discountPercent", Decimal("/discountPercent")),
    column("balance", "wallet { balance { amount currency } }", Money("/wallet/balance")),
    column("credit", "wallet { credit { amount currency } }", Money("/wallet/credit")),
    column("overdue", "debt { overdue { amount currency } }", Money("/debt/overdue")),
    column("contact", "contact", Text("/contact")),
    column("email", "email", Text("/email")),
    column("phone", "phone", Text("/phone")),
];

pub const PROMOTIONS: &[Column] = &[
    column("code", "code", Text("/code")),
    column("name", "names { ru }", Text("/names/ru")),
    column("percent", "percent", Decimal("/percent")),
    column("amount", "amount { amount currency }", Money("/amount")),
    column("minimum", "minimum { amount currency }", Money("/minimum")),
    column("soldFrom", "soldFrom", Moment("/soldFrom")),
    column("soldTo", "soldTo", Moment("/soldTo")),
    column("travelFrom", "travelFrom", Date("/travelFrom")),
    column("travelTo", "travelTo", Date("/travelTo")),
    column("uses", "uses { orders }", Number("/uses/orders")),
    column("limit", "usesLimit", Number("/usesLimit")),
    column("takenOff", "uses { takenOff { amount currency } }", Money("/uses/takenOff")),
];

pub const LAYOUTS: &[Column] = &[
    column("name", "name", Text("/name")),
    column("code", "code", Text("/code")),
    column("class", "vehicleClass", Word("vehicle_class", "/vehicleClass")),
    column("seats", "seatCount", Number("/seatCount")),
    column("pattern", "pattern", Text("/pattern")),
    column("standing", "standingPlaces", Number("/standingPlaces")),
    column("routes", "routeCount", Number("/routeCount")),
    column("vehicles", "vehicleCount", Number("/vehicleCount")),
    column("version", "version", Number("/version")),
    column("edited", "edited", Yes("/edited")),
    column("archived", "archivedAt", Has("/archivedAt")),
];

/// What goes off what a carrier is owed is below zero.
pub const SETTLEMENTS: &[Column] = &[
    column("carrier", "carrier { name }", Text("/carrier/name")),
    column("number", "number", Number("/number")),
    column("starts", "startsOn", Date("/startsOn")),
    column("ends", "endsOn", Date("/endsOn")),
    column("status", "state", Word("settlement_state", "/state")),
    column("opening", "figures { opening { amount currency } }", Money("/figures/opening")),
    column("soldCount", "figures { soldCount }", Number("/figures/soldCount")),
    column("soldSum", "figures { sold { amount currency } }", Money("/figures/sold")),
    column("returnedSum", "figures { returned { amount currency } }", Money("/figures/returned")),
    column("exchangedSum", "figures { exchanged { amount currency } }", Money("/figures/exchanged")),
    column("handedOver", "figures { handedOver { amount currency } }", Money("/figures/handedOver")),
    column("commission", "figures { commission { amount currency } }", Money("/figures/commission")),
    column("stationFee", "figures { stationFee { amount currency } }", Money("/figures/stationFee")),
    column("withheld", "figures { withheld { amount currency } }", Money("/figures/withheld")),
    column("corrected", "figures { corrected { amount currency } }", Money("/figures/corrected")),
    column("paidBefore", "figures { paidBefore { amount currency } }", Money("/figures/paidBefore")),
    column("closing", "figures { closing { amount currency } }", Money("/figures/closing")),
    column("paidSum", "paid { amount currency }", Money("/paid")),
    column("due", "due { amount currency }", Money("/due")),
];

/// Each line of a posting: the account, and its amount.
pub const LEDGER_POSTINGS: &[Column] = &[
    column("at", "at", Moment("/at")),
    column("kind", "kind", Word("report_posting", "/kind")),
    column(
        "lines",
        "lines { account { name } amount { amount currency } }",
        Each("/lines", &["/account/name", "/amount/amount", "/amount/currency"], " ", "; "),
    ),
    column("order", "orderNumber", Text("/orderNumber")),
    column("document", "document", Text("/document")),
    column("reason", "reason", Text("/reason")),
    column("who", "madeBy { firstName lastName }", Texts(&["/madeBy/lastName", "/madeBy/firstName"])),
    column("made", "madeAt", Moment("/madeAt")),
    column("reversal", "reversal", Yes("/reversal")),
    column("reversed", "reversed", Yes("/reversed")),
];

pub const MAILBOX: &[Column] = &[
    column("created", "createdAt", Moment("/createdAt")),
    column("channel", "channel", Word("message_channel", "/channel")),
    column("to", "to", Text("/to")),
    column("topic", "subject", Text("/subject")),
    column("text", "text", Text("/text")),
    column("files", "attachments", Each("/attachments", &[""], "", ", ")),
    column("state", "state", Word("message_state", "/state")),
];

/// Sums are those of the till's first currency.
pub const SHIFTS: &[Column] = &[
    column("opened", "openedAt", Moment("/openedAt")),
    column("closed", "closedAt", Moment("/closedAt")),
    column("desk", "desk { sign }", Text("/desk/sign")),
    column("station", "desk { station { name } }", Text("/desk/station/name")),
    column("number", "number", Number("/number")),
    column("cashier", "cashier { firstName lastName }", Texts(&["/cashier/lastName", "/cashier/firstName"])),
    column("sales", "totals { saleCount }", Number("/totals/0/saleCount")),
    column("soldForCash", "totals { soldForCash { amount currency } }", Money("/totals/0/soldForCash")),
    column("soldByCard", "totals { soldByCard { amount currency } }", Money("/totals/0/soldByCard")),
    column("returnedInCash", "totals { returnedInCash { amount currency } }", Money("/totals/0/returnedInCash")),
    column("returnedByCard", "totals { returnedByCard { amount currency } }", Money("/totals/0/returnedByCard")),
    column("collected", "totals { collected { amount currency } }", Money("/totals/0/collected")),
    column("difference", "totals { difference { amount currency } }", Money("/totals/0/difference")),
    column("inTill", "totals { inTill { amount currency } }", Money("/totals/0/inTill")),
    column("note", "closingNote", Text("/closingNote")),
];

pub const APPROVALS: &[Column] = &[
    column("order", "orderNumber", Text("/orderNumber")),
    column("asked", "askedAt", Moment("/askedAt")),
    column("askedBy", "askedBy { firstName lastName }", Texts(&["/askedBy/lastName", "/askedBy/firstName"])),
    column("reason", "reason", Word("overrule_reason", "/reason")),
    column("note", "note", Text("/note")),
    column("tickets", "lineCount", Number("/lineCount")),
    column("returned", "refunded { amount currency }", Money("/refunded")),
    column("beyondRules", "beyond { amount currency }", Money("/beyond")),
    column("state", "state", Word("overrule_state", "/state")),
    column("decided", "decidedAt", Moment("/decidedAt")),
    column("decidedBy", "decidedBy { firstName lastName }", Texts(&["/decidedBy/lastName", "/decidedBy/firstName"])),
    column("decisionNote", "decisionNote", Text("/decisionNote")),
];

pub const REFUND_REQUESTS: &[Column] = &[
    column("order", "orderNumber", Text("/orderNumber")),
    column("asked", "askedAt", Moment("/askedAt")),
    column("reason", "reason", Word("refund_request_reason", "/reason")),
    column("text", "text", Text("/text")),
    column("paid", "paid { amount currency }", Money("/paid")),
    column("departure", "departsAt", Moment("/departsAt")),
    column("state", "state", Word("refund_request_state", "/state")),
    column("answeredAt", "answeredAt", Moment("/answeredAt")),
    column(
        "answeredBy",
        "answeredBy { firstName lastName }",
        Texts(&["/answeredBy/lastName", "/answeredBy/firstName"]),
    ),
    column("answer", "answer", Text("/answer")),
];

pub const WAITING_REFUNDS: &[Column] = &[
    column("order", "orderNumber", Text("/orderNumber")),
    column("refundAmount", "amount { amount currency }", Money("/amount")),
    column("cause", "cause", Word("waiting_refund_cause", "/cause")),
    column("reason", "reason", Text("/reason")),
    column("paidBy", "methodName", Text("/methodName")),
    column("gatewayRefusal", "failure", Text("/failure")),
    column("since", "since", Moment("/since")),
    column("phone", "phone", Text("/phone")),
    column("email", "email", Text("/email")),
];

pub const PARTNERS: &[Column] = &[
    column("name", "name", Text("/name")),
    column("contact", "contact", Text("/contact")),
    column("keyTail", "keyTail", Text("/keyTail")),
    column("created", "createdAt", Moment("/createdAt")),
    column("revoked", "revokedAt", Moment("/revokedAt")),
    column("readsSchema", "introspection", Yes("/introspection")),
    column("lastUsed", "usedAt", Moment("/usedAt")),
    column("paidLately", "ordersLately", Number("/ordersLately")),
];

/// Each kind of rule has its own of these.
pub const TARIFF: &[Column] = &[
    column("kind", "kind", Word("tariff_rule", "/kind")),
    column("name", "name", Text("/name")),
    column("code", "code", Text("/code")),
    column("category", "category", Text("/category")),
    column("percentOff", "percentOff", Decimal("/percentOff")),
    column("ageFrom", "ageFrom", Number("/ageFrom")),
    column("ageTo", "ageTo", Number("/ageTo")),
    column("minGroup", "minGroup", Number("/minGroup")),
    column("perTrip", "quotaPerTrip", Number("/quotaPerTrip")),
    column("seasonFrom", "seasonFrom", Text("/seasonFrom")),
    column("seasonTo", "seasonTo", Text("/seasonTo")),
    column("ownSeat", "ownSeat", Yes("/ownSeat")),
    column("proof", "proofRequired", Yes("/proofRequired")),
    column("seatClass", "seatClass", Text("/seatClass")),
    column("rate", "amount { amount currency }", Money("/amount")),
    column("share", "percent", Decimal("/percent")),
    column("atMost", "most { amount currency }", Money("/most")),
    column("pieces", "maxCount", Number("/maxCount")),
    column("ofStation", "ofStation", Yes("/ofStation")),
    column("minutesBefore", "minutesBefore", Number("/minutesBefore")),
    column(
        "bySold",
        "demand { occupancy { from percent } }",
        Each("/demand/occupancy", &["/from", "/percent"], ": ", "; "),
    ),
    column("byHours", "demand { ahead { from percent } }", Each("/demand/ahead", &["/from", "/percent"], ": ", "; ")),
    column("floor", "demand { floor }", Decimal("/demand/floor")),
    column("ceiling", "demand { ceiling }", Decimal("/demand/ceiling")),
    column("scopes", "scopes", Each("/scopes", &[""], "", ", ")),
    column("routes", "routes { number name }", Each("/routes", &["/number", "/name"], " ", "; ")),
    column("carrier", "carrier { name }", Text("/carrier/name")),
    column("channels", "channels", Words("sales_channel", "/channels")),
    column("state", "state", Word("tariff_rule_state", "/state")),
    column("validFrom", "validFrom", Moment("/validFrom")),
    column("validTo", "validTo", Moment("/validTo")),
    column("edited", "keptByOffice", Yes("/keptByOffice")),
];

pub const HOLIDAYS: &[Column] = &[
    column("date", "date", Date("/date")),
    column("name", "name", Text("/name")),
    column("dayOff", "nonWorking", Yes("/nonWorking")),
    column("shortened", "shortenedDay", Yes("/shortenedDay")),
    column("certain", "certain", Yes("/certain")),
    column("edited", "keptByOffice", Yes("/keptByOffice")),
];

pub const ROLES: &[Column] = &[
    column("name", "name", Text("/name")),
    column("code", "code", Text("/code")),
    column("people", "staffCount", Number("/staffCount")),
    column("permissions", "permissions", Words("permission", "/permissions")),
    column("everything", "everything", Yes("/everything")),
    column("secondFactor", "secondFactor", Yes("/secondFactor")),
];

pub const DESTINATIONS: &[Column] = &[
    column("name", "name", Text("/name")),
    column("url", "url", Text("/url")),
    column("carrier", "carrier { name }", Text("/carrier/name")),
    column("station", "station { name }", Text("/station/name")),
    column("format", "format", Text("/format")),
    column("active", "active", Yes("/active")),
];

pub const FISCAL_REGISTERS: &[Column] = &[
    column("name", "name", Text("/name")),
    column("active", "enabled", Yes("/enabled")),
    column("inn", "inn", Text("/inn")),
    column("regNumber", "regNumber", Text("/regNumber")),
    column("organisation", "organisation", Text("/organisation")),
    column("place", "place", Text("/place")),
    column("url", "url", Text("/url")),
    column("pending", "pending", Number("/pending")),
    column("failed", "failed", Number("/failed")),
    column("lastOk", "lastOkAt", Moment("/lastOkAt")),
    column("problem", "lastError", Text("/lastError")),
];

pub const FISCAL_RECEIPTS: &[Column] = &[
    column("created", "createdAt", Moment("/createdAt")),
    column("kind", "kind", Word("receipt_kind", "/kind")),
    column("status", "state", Word("receipt_state", "/state")),
    column("sum", "amount { amount currency }", Money("/amount")),
    column("cash", "cash { amount currency }", Money("/cash")),
    column("cashless", "cashless { amount currency }", Money("/cashless")),
    column("offset", "offset { amount currency }", Money("/offset")),
    column("order", "order { number }", Text("/order/number")),
    column("cashier", "cashier", Text("/cashier")),
    column("register", "register { name }", Text("/register/name")),
    column("fnNumber", "marks { fnNumber }", Text("/marks/fnNumber")),
    column("fdNumber", "marks { fdNumber }", Text("/marks/fdNumber")),
    column("fm", "marks { fm }", Text("/marks/fm")),
    column("issued", "marks { issuedAt }", Moment("/marks/issuedAt")),
    column("problem", "problem", Text("/problem")),
    column("basis", "basis", Text("/basis")),
];

pub const TERMINAL_NETWORKS: &[Column] = &[
    column("code", "code", Text("/code")),
    column("name", "name", Text("/name")),
    column("active", "enabled", Yes("/enabled")),
    column("login", "login", Text("/login")),
    column("addresses", "addresses", Each("/addresses", &[""], "", ", ")),
    column("smallest", "smallest { amount currency }", Money("/smallest")),
    column("largest", "largest { amount currency }", Money("/largest")),
    column("feePercent", "feePercent", Text("/feePercent")),
    column("lastRequest", "lastRequest { at }", Moment("/lastRequest/at")),
    column("lastTrouble", "lastTrouble { at }", Moment("/lastTrouble/at")),
];

pub const GATEWAYS: &[Column] = &[
    column("position", "position", Number("/position")),
    column("code", "code", Text("/code")),
    column("name", "name", Text("/name")),
    column("kind", "kind", Word("gateway_kind", "/kind")),
    column("active", "enabled", Yes("/enabled")),
    column("channels", "channels", Each("/channels", &[""], "", ", ")),
    column("smallest", "smallest { amount currency }", Money("/smallest")),
    column("largest", "largest { amount currency }", Money("/largest")),
    column("feePercent", "feePercent", Text("/feePercent")),
    column("feeFixed", "feeFixed { amount currency }", Money("/feeFixed")),
    column("answered", "answeredAt", Moment("/answeredAt")),
    column("failed", "failedAt", Moment("/failedAt")),
    column("failure", "failure", Text("/failure")),
    column("failures", "failures", Number("/failures")),
];

pub const GATEWAY_MESSAGES: &[Column] = &[
    column("at", "at", Moment("/at")),
    column("gateway", "gateway { code }", Text("/gateway/code")),
    column("about", "about", Word("gateway_about", "/about")),
    column("order", "orderNumber", Text("/orderNumber")),
    column("outcome", "outcome", Word("gateway_outcome", "/outcome")),
    column("status", "status", Number("/status")),
    column("times", "times", Number("/times")),
    column("lastAt", "lastAt", Moment("/lastAt")),
    column("said", "raw", Text("/raw")),
];

pub const REGISTRIES: &[Column] = &[
    column("loadedAt", "loadedAt", Moment("/loadedAt")),
    column("who", "loadedBy { firstName lastName }", Texts(&["/loadedBy/lastName", "/loadedBy/firstName"])),
    column("method", "methodName", Text("/methodName")),
    column("name", "name", Text("/name")),
    column("starts", "from", Date("/from")),
    column("ends", "to", Date("/to")),
    column("payments", "payments", Number("/payments")),
    column("paidSum", "paid { amount currency }", Money("/paid")),
    column("refunds", "refunds", Number("/refunds")),
    column("returnedSum", "returned { amount currency }", Money("/returned")),
    column("differences", "differences", Number("/differences")),
    column("open", "open", Number("/open")),
];

pub const REGISTRY_DIFFERENCES: &[Column] = &[
    column("difference", "kind", Word("registry_difference", "/kind")),
    column("ofRefund", "refund", Yes("/refund")),
    column("method", "registry { methodName }", Text("/registry/methodName")),
    column("file", "registry { name }", Text("/registry/name")),
    column("line", "line", Number("/line")),
    column("reference", "reference", Text("/reference")),
    column("order", "orderNumber", Text("/orderNumber")),
    column("saidAt", "saidAt", Text("/saidAt")),
    column("theirs", "theirs { amount currency }", Money("/theirs")),
    column("theirFee", "theirFee { amount currency }", Money("/theirFee")),
    column("ours", "ours { amount currency }", Money("/ours")),
    column("ourFee", "ourFee { amount currency }", Money("/ourFee")),
    column("differenceState", "state", Word("registry_state", "/state")),
    column("note", "note", Text("/note")),
];

pub const TERMINAL_REQUESTS: &[Column] = &[
    column("at", "at", Moment("/at")),
    column("network", "network { code }", Text("/network/code")),
    column("command", "command", Text("/command")),
    column("txn", "txn", Text("/txn")),
    column("account", "account", Text("/account")),
    column("outcome", "outcome", Word("terminal_outcome", "/outcome")),
    column("result", "result", Number("/result")),
    column("status", "status", Number("/status")),
    column("address", "address", Text("/address")),
    column("took", "took", Number("/took")),
    column("raw", "raw", Text("/raw")),
    column("answer", "answer", Text("/answer")),
];
