//! Fields for those who work on orders.

use api::graphql::Permission as P;

use super::Who::{self, AnyStaff, Owner, Staff};

pub fn rows() -> Vec<(&'static str, (Who, &'static str))> {
    vec![
        ("Query.orders", (Staff(P::ViewOrders), "{ orders(first: 1) { nodes { number } } }")),
        ("Query.messages", (Staff(P::ViewMailbox), "{ messages(first: 1) { nodes { id } } }")),
        ("Query.orderTimeline", (Staff(P::ViewOrders), "{ orderTimeline(orderId: \"$ORDER\") { kind } }")),
        (
            "Mutation.addNote",
            (Staff(P::ChangeOrders), "mutation { addNote(input: { orderId: \"$ORDER\", text: \"\" }) { __typename } }"),
        ),
        (
            "Mutation.changeContact",
            (
                Staff(P::ChangeOrders),
                "mutation { changeContact(input: { orderId: \"$ORDER\", version: 0, email: \"\", phone: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.splitOrder",
            (
                Staff(P::ChangeOrders),
                "mutation { splitOrder(input: { orderId: \"$ORDER\", version: 0, passengerIds: [], email: \"\", phone: \"\" }) \
                 { __typename } }",
            ),
        ),
        (
            "Mutation.changePassenger",
            (
                Staff(P::ChangeOrders),
                "mutation { changePassenger(input: { orderId: \"$ORDER\", version: 0, passengerId: \"$PASSENGER\", \
                 firstName: \"\", lastName: \"\", birthDate: \"1990-03-07\", citizenship: \"KG\", documentKind: ID_CARD }) \
                 { __typename } }",
            ),
        ),
        (
            "Mutation.takePayment",
            (
                Staff(P::SellAtDesk),
                "mutation { takePayment(input: { orderId: \"$ORDER\", idempotencyKey: \"access-matrix-key-3\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.sellAncillaries",
            (
                Staff(P::SellAtDesk),
                "mutation { sellAncillaries(input: { orderId: \"$ORDER\", pieces: [], idempotencyKey: \"access-matrix-key-8\" }) \
                 { __typename } }",
            ),
        ),
        (
            "Mutation.annulSale",
            (
                Staff(P::AnnulSales),
                "mutation { annulSale(input: { orderId: \"$ORDER\", reason: \"x\", idempotencyKey: \"access-matrix-key-7\" }) \
                 { __typename } }",
            ),
        ),
        (
            "Mutation.overruleRefund",
            (
                Staff(P::OverruleRefunds),
                "mutation { overruleRefund(input: { orderId: \"$ORDER\", lines: [], reason: DISRUPTION, note: \"x\" }) \
                 { __typename } }",
            ),
        ),
        (
            "Mutation.approveRefund",
            (
                Staff(P::ApproveRefunds),
                "mutation { approveRefund(input: { refundId: \"$REFUND\", idempotencyKey: \"access-matrix-key-8\" }) \
                 { __typename } }",
            ),
        ),
        (
            "Mutation.declineRefund",
            (
                Staff(P::ApproveRefunds),
                "mutation { declineRefund(input: { refundId: \"$REFUND\", note: \"x\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.askForRefund",
            (
                Owner,
                "mutation { askForRefund(input: { order: { id: \"$ASKING\" }, lineIds: [], reason: OTHER, text: \"x\", \
                 idempotencyKey: \"access-matrix-key-9\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.withdrawRefundRequest",
            (
                Owner,
                "mutation { withdrawRefundRequest(order: { id: \"$ASKING\" }, requestId: \"$REQUEST\") { __typename } }",
            ),
        ),
        (
            "Mutation.answerRefundRequest",
            (
                Staff(P::OverruleRefunds),
                "mutation { answerRefundRequest(input: { requestId: \"$REQUEST\", answer: ASK, text: \"x\" }) \
                 { __typename } }",
            ),
        ),
        (
            "Mutation.sendRefundAgain",
            (Staff(P::ApproveRefunds), "mutation { sendRefundAgain(refundId: \"$SENT\") { __typename } }"),
        ),
        ("Query.refundRequests", (Staff(P::OverruleRefunds), "{ refundRequests(first: 1) { nodes { orderNumber } } }")),
        ("Query.waitingRefunds", (Staff(P::ApproveRefunds), "{ waitingRefunds(first: 1) { nodes { orderNumber } } }")),
        ("Query.overrules", (Staff(P::ApproveRefunds), "{ overrules(first: 1) { nodes { orderNumber } } }")),
        (
            "Mutation.payOutRefunds",
            (
                Staff(P::SellAtDesk),
                "mutation { payOutRefunds(input: { orderId: \"$ORDER\", tender: CASH, idempotencyKey: \"access-matrix-key-4\" }) \
                 { __typename } }",
            ),
        ),
        ("Query.savedViews", (AnyStaff, "{ savedViews(list: \"orders\") { id } }")),
        (
            "Mutation.saveView",
            (AnyStaff, "mutation { saveView(input: { list: \"orders\", name: \"\", settings: [] }) { __typename } }"),
        ),
        (
            "Mutation.exportList",
            (
                Staff(P::ViewOrders),
                "mutation { exportList(input: { list: { orders: {} }, format: CSV }) { __typename } }",
            ),
        ),
        ("Query.reportDataSets", (Staff(P::ViewReports), "{ reportDataSets { code } }")),
        ("Query.standardReports", (Staff(P::ViewReports), "{ standardReports { code } }")),
        ("Query.savedReports", (Staff(P::ViewReports), "{ savedReports { id } }")),
        (
            "Query.report",
            (
                Staff(P::ViewReports),
                "{ report(definition: { dataSet: \"sales\", period: { kind: TODAY }, columns: [\"sold\"] }) { __typename } }",
            ),
        ),
        (
            "Query.reportRows",
            (
                Staff(P::ViewReports),
                "{ reportRows(definition: { dataSet: \"sales\", period: { kind: TODAY }, columns: [\"sold\"] }) { __typename } }",
            ),
        ),
        (
            "Mutation.exportReport",
            (
                Staff(P::ViewReports),
                "mutation { exportReport(input: { definition: { dataSet: \"sales\", period: { kind: TODAY }, columns: [\"sold\"] }, format: CSV }) { __typename } }",
            ),
        ),
        (
            "Mutation.saveReport",
            (
                Staff(P::ViewReports),
                "mutation { saveReport(input: { name: \"\", definition: { dataSet: \"sales\", period: { kind: TODAY }, columns: [\"sold\"] } }) { __typename } }",
            ),
        ),
        (
            "Mutation.scheduleReport",
            (Staff(P::ViewReports), "mutation { scheduleReport(input: { id: \"x\", rhythm: DAILY }) { __typename } }"),
        ),
        ("Mutation.dropReport", (Staff(P::ViewReports), "mutation { dropReport(id: \"x\") { ok } }")),
        ("Mutation.dropView", (AnyStaff, "mutation { dropView(id: \"x\") { ok } }")),
        (
            "Mutation.quoteExchange",
            (
                Staff(P::ExchangeTickets),
                "mutation { quoteExchange(input: { orderId: \"$ORDER\", moves: [] }) { __typename } }",
            ),
        ),
        (
            "Mutation.confirmExchange",
            (
                Staff(P::ExchangeTickets),
                "mutation { confirmExchange(input: { orderId: \"$BOUGHT\", exchangeId: \"$EXCHANGE\", \
                 idempotencyKey: \"0123456789abcdef\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.dropExchange",
            (
                Staff(P::ExchangeTickets),
                "mutation { dropExchange(input: { orderId: \"$BOUGHT\", exchangeId: \"$EXCHANGE\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.sendTickets",
            (Staff(P::ChangeOrders), "mutation { sendTickets(input: { orderId: \"$ORDER\" }) { __typename } }"),
        ),
        ("Query.fiscalRegisters", (Staff(P::ManageRegisters), "{ fiscalRegisters(first: 1) { nodes { id } } }")),
        ("Query.fiscalReceipts", (Staff(P::ManageRegisters), "{ fiscalReceipts(first: 1) { nodes { id } } }")),
        (
            "Mutation.saveFiscalRegister",
            (
                Staff(P::ManageRegisters),
                "mutation { saveFiscalRegister(input: { name: \"\", url: \"\", organisation: \"\", inn: \"\", regNumber: \"\", \
                 place: \"\", servesAll: false }) { __typename } }",
            ),
        ),
        (
            "Mutation.switchFiscalRegister",
            (
                Staff(P::ManageRegisters),
                "mutation { switchFiscalRegister(input: { id: \"$REGISTER\", enabled: false }) { __typename } }",
            ),
        ),
        (
            "Mutation.testFiscalRegister",
            (Staff(P::ManageRegisters), "mutation { testFiscalRegister(input: { id: \"$REGISTER\" }) { __typename } }"),
        ),
        (
            "Mutation.closeRegisterShift",
            (Staff(P::ManageRegisters), "mutation { closeRegisterShift(input: { id: \"$REGISTER\" }) { __typename } }"),
        ),
        (
            "Mutation.retryReceipt",
            (Staff(P::ManageRegisters), "mutation { retryReceipt(input: { id: \"$RECEIPT\" }) { __typename } }"),
        ),
        (
            "Mutation.correctReceipt",
            (
                Staff(P::ManageRegisters),
                "mutation { correctReceipt(input: { registerId: \"$REGISTER\", kind: SALE, name: \"\", basis: \"\", \
                 settledOn: \"2026-12-01\", idempotencyKey: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.printReceipts",
            (Staff(P::SellAtDesk), "mutation { printReceipts(input: { orderId: \"$ORDER\" }) { __typename } }"),
        ),
        ("Query.terminalNetworks", (Staff(P::ManageGateways), "{ terminalNetworks(first: 1) { nodes { id } } }")),
        ("Query.terminalRequests", (Staff(P::ManageGateways), "{ terminalRequests(first: 1) { nodes { id } } }")),
        ("Query.terminalPresets", (Staff(P::ManageGateways), "{ terminalPresets { dialect } }")),
        (
            "Mutation.saveTerminalNetwork",
            (
                Staff(P::ManageGateways),
                "mutation { saveTerminalNetwork(input: { code: \"\", names: { ru: \"\" }, enabled: false, login: \"\", smallest: 0, \
                 largest: 0, tolerance: 0, feePercent: 0, sumForm: POINT, cancels: false, tellsStatus: false }) { __typename } }",
            ),
        ),
        (
            "Mutation.switchTerminalNetwork",
            (
                Staff(P::ManageGateways),
                "mutation { switchTerminalNetwork(input: { id: \"$TERMINALS\", enabled: false }) { __typename } }",
            ),
        ),
        ("Query.registries", (Staff(P::ManageGateways), "{ registries(first: 1) { nodes { id } } }")),
        ("Query.registryDifferences", (Staff(P::ManageGateways), "{ registryDifferences(first: 1) { nodes { id } } }")),
        ("Query.registryFormats", (Staff(P::ManageGateways), "{ registryFormats { method } }")),
        (
            "Mutation.saveRegistryFormat",
            (
                Staff(P::ManageGateways),
                "mutation { saveRegistryFormat(input: { method: \"sandbox\", version: 7, columns: { reference: \"\", amount: \"\" } }) \
                 { __typename } }",
            ),
        ),
        (
            "Mutation.settleDifference",
            (
                Staff(P::ManageGateways),
                "mutation { settleDifference(input: { id: \"$DIFFERENCE\", action: BOOK_FEE }) { __typename } }",
            ),
        ),
        ("Query.settlements", (Staff(P::ViewSettlements), "{ settlements(first: 1) { nodes { id } } }")),
        ("Query.settlement", (Staff(P::ViewSettlements), "{ settlement(id: \"$SETTLEMENT\") { id } }")),
        (
            "Mutation.makeSettlement",
            (
                Staff(P::ManageSettlements),
                "mutation { makeSettlement(input: { carrierId: \"$CARRIER\", endsOn: \"2030-01-01\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.dropSettlement",
            (Staff(P::ManageSettlements), "mutation { dropSettlement(id: \"$SETTLEMENT\") { __typename } }"),
        ),
        (
            "Mutation.approveSettlement",
            (
                Staff(P::ManageSettlements),
                "mutation { approveSettlement(input: { id: \"$SETTLEMENT\", closing: 0 }) { __typename } }",
            ),
        ),
        (
            "Mutation.paySettlement",
            (
                Staff(P::ManageSettlements),
                "mutation { paySettlement(input: { id: \"$SETTLEMENT\", amount: 0, paidOn: \"2026-12-01\", document: \"\", \
                 idempotencyKey: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.exportSettlement",
            (
                Staff(P::ViewSettlements),
                "mutation { exportSettlement(input: { id: \"$SETTLEMENT\", format: PDF }) { __typename } }",
            ),
        ),
        (
            "Query.trialBalance",
            (
                Staff(P::ManageSettlements),
                "{ trialBalance(from: \"2026-12-01T00:00:00Z\", at: \"2026-12-02T00:00:00Z\") { currencies { currency } } }",
            ),
        ),
        ("Query.ledgerPostings", (Staff(P::ManageSettlements), "{ ledgerPostings(first: 1) { nodes { id } } }")),
        ("Query.ledgerKinds", (Staff(P::ManageSettlements), "{ ledgerKinds { code } }")),
        ("Query.bookableAccounts", (Staff(P::ManageSettlements), "{ bookableAccounts { code } }")),
        ("Query.periodClosings", (Who::StaffAny(P::ClosePeriods, P::ReopenPeriods), "{ periodClosings { id } }")),
        (
            "Mutation.bookEntry",
            (
                Staff(P::ManageSettlements),
                "mutation { bookEntry(input: { debit: \"\", credit: \"\", amount: 0, currency: \"KGS\", day: \"2026-12-01\", \
                 reason: \"\", idempotencyKey: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.reversePosting",
            (
                Staff(P::ManageSettlements),
                "mutation { reversePosting(input: { id: \"$POSTING\", reason: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.saveLedgerAccount",
            (
                Staff(P::ManageSettlements),
                "mutation { saveLedgerAccount(input: { code: \"BANK\", version: 9, names: { ru: \"\" } }) { __typename } }",
            ),
        ),
        (
            "Mutation.closePeriod",
            (Staff(P::ClosePeriods), "mutation { closePeriod(input: { lastDay: \"2030-01-01\" }) { __typename } }"),
        ),
        (
            "Mutation.reopenPeriod",
            (
                Staff(P::ReopenPeriods),
                "mutation { reopenPeriod(input: { id: \"$CLOSING\", reason: \"\" }) { __typename } }",
            ),
        ),
        ("Query.gateways", (Staff(P::ManageGateways), "{ gateways(first: 1) { nodes { id } } }")),
        ("Query.gatewayMessages", (Staff(P::ManageGateways), "{ gatewayMessages(first: 1) { nodes { id } } }")),
        (
            "Mutation.saveGateway",
            (
                Staff(P::ManageGateways),
                "mutation { saveGateway(input: { code: \"\", kind: QR, names: { ru: \"\" }, enabled: false, position: 1, channels: [], \
                 smallest: 0, largest: 0, feePercent: 0 }) { __typename } }",
            ),
        ),
        (
            "Mutation.switchGateway",
            (
                Staff(P::ManageGateways),
                "mutation { switchGateway(input: { id: \"$GATEWAY\", enabled: false }) { __typename } }",
            ),
        ),
        (
            "Mutation.testGateway",
            (Staff(P::ManageGateways), "mutation { testGateway(input: { id: \"$GATEWAY\" }) { __typename } }"),
        ),
        (
            "Mutation.testTerminalNetwork",
            (
                Staff(P::ManageGateways),
                "mutation { testTerminalNetwork(input: { id: \"$TERMINALS\" }) { __typename } }",
            ),
        ),
    ]
}
