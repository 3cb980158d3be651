//! Fields for who works here and what they may do.

use api::graphql::Permission as P;

use super::Who::{self, AnyStaff, Everybody, OwnerOr, Staff, StaffAny};

pub fn rows() -> Vec<(&'static str, (Who, &'static str))> {
    vec![
        ("Query.staff", (Staff(P::ManageStaff), "{ staff(first: 1) { nodes { id } } }")),
        ("Query.staffMember", (Staff(P::ManageStaff), "{ staffMember(id: \"$STAFF\") { id } }")),
        ("Query.staffSessions", (Staff(P::ManageStaff), "{ staffSessions(id: \"$STAFF\") { id } }")),
        ("Mutation.endStaffSession", (Staff(P::ManageStaff), "mutation { endStaffSession(id: \"$ENDED\") { ok } }")),
        ("Query.desks", (AnyStaff, "{ desks { sign } }")),
        ("Query.myShift", (AnyStaff, "{ myShift { number } }")),
        ("Query.shift", (OwnerOr(P::ViewShifts), "{ shift(id: \"$SHIFT\") { number } }")),
        ("Query.shiftReport", (OwnerOr(P::ViewShifts), "{ shiftReport(id: \"$SHIFT\") { name } }")),
        ("Query.shifts", (Staff(P::ViewShifts), "{ shifts(first: 1) { nodes { number } } }")),
        (
            "Mutation.openShift",
            (
                Staff(P::SellAtDesk),
                "mutation { openShift(input: { deskId: \"x\", idempotencyKey: \"access-matrix-shift-1\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.moveCash",
            (
                Staff(P::SellAtDesk),
                "mutation { moveCash(input: { kind: IN, amount: \"1\", currency: \"KGS\", reason: \"x\", \
                 idempotencyKey: \"access-matrix-shift-2\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.closeShift",
            (
                Staff(P::SellAtDesk),
                "mutation { closeShift(input: { counted: [], idempotencyKey: \"access-matrix-shift-3\" }) { __typename } }",
            ),
        ),
        ("Query.partners", (Staff(P::ManagePartners), "{ partners(first: 1) { nodes { name } } }")),
        ("Mutation.makeKey", (Staff(P::ManagePartners), "mutation { makeKey(input: { name: \"\" }) { __typename } }")),
        ("Mutation.renewKey", (Staff(P::ManagePartners), "mutation { renewKey(id: \"$PARTNER\") { __typename } }")),
        ("Mutation.revokeKey", (Staff(P::ManagePartners), "mutation { revokeKey(id: \"$PARTNER\") { __typename } }")),
        (
            "Mutation.printTickets",
            (Staff(P::SellAtDesk), "mutation { printTickets(input: { orderId: \"$ORDER\" }) { __typename } }"),
        ),
        (
            "Mutation.printShiftReport",
            (OwnerOr(P::ViewShifts), "mutation { printShiftReport(input: { shiftId: \"$SHIFT\" }) { __typename } }"),
        ),
        (
            "Mutation.testPrinter",
            (Staff(P::ManageTimetable), "mutation { testPrinter(input: { deskId: \"$DESK\" }) { __typename } }"),
        ),
        ("Query.blankBlocks", (Staff(P::ManageBlanks), "{ blankBlocks(first: 1) { nodes { title } } }")),
        ("Query.blankBlock", (Staff(P::ManageBlanks), "{ blankBlock(id: \"$BLANKS\") { title } }")),
        ("Query.deskBlankBlocks", (Staff(P::SellAtDesk), "{ deskBlankBlocks { title } }")),
        (
            "Mutation.issueBlanks",
            (
                Staff(P::ManageBlanks),
                "mutation { issueBlanks(input: { series: \"\", firstNumber: 1, lastNumber: 1 }) { __typename } }",
            ),
        ),
        (
            "Mutation.moveBlanks",
            (Staff(P::ManageBlanks), "mutation { moveBlanks(input: { id: \"$BLANKS\", version: 0 }) { __typename } }"),
        ),
        (
            "Mutation.markBlank",
            (
                StaffAny(P::SellAtDesk, P::ManageBlanks),
                "mutation { markBlank(input: { blank: \"\", state: LOST }) { __typename } }",
            ),
        ),
        (
            "Mutation.enterBlank",
            (
                Staff(P::SellAtDesk),
                "mutation { enterBlank(input: { blank: \"\", soldAt: \"2026-11-20T10:00:00\", tripId: \"$TRIP\", from: 0, \
                 to: 1, idempotencyKey: \"0123456789abcdef\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.saveDesk",
            (
                Staff(P::ManageTimetable),
                "mutation { saveDesk(input: { stationId: \"$STATION\", sign: \"\" }) { __typename } }",
            ),
        ),
        ("Query.roles", (Staff(P::ManageStaff), "{ roles(first: 1) { nodes { code } } }")),
        ("Query.auditEntries", (Staff(P::ViewAudit), "{ auditEntries(first: 1) { nodes { id } } }")),
        (
            "Mutation.inviteStaff",
            (
                Staff(P::ManageStaff),
                "mutation { inviteStaff(input: { email: \"\", firstName: \"\", lastName: \"\", role: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.acceptInvitation",
            (
                Everybody,
                "mutation { acceptInvitation(input: { email: \"nobody\", token: \"x\", newPassword: \"x\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.updateStaff",
            (
                Staff(P::ManageStaff),
                "mutation { updateStaff(input: { id: \"$STAFF\", version: 0, firstName: \"\", lastName: \"\", role: \"\" }) { __typename } }",
            ),
        ),
        (
            "Mutation.blockStaff",
            (
                Staff(P::ManageStaff),
                "mutation { blockStaff(input: { id: \"$STAFF\", blocked: false }) { __typename } }",
            ),
        ),
        (
            "Mutation.resetStaff",
            (Staff(P::ManageStaff), "mutation { resetStaff(input: { id: \"$INVITED\" }) { __typename } }"),
        ),
        (
            "Mutation.demandSecondFactor",
            (
                Staff(P::ManageStaff),
                "mutation { demandSecondFactor(input: { role: \"INSPECTOR\", version: 0, demanded: true }) { __typename } }",
            ),
        ),
        (
            "Mutation.beginSecondFactor",
            (AnyStaff, "mutation { beginSecondFactor(input: { password: \"wrong\" }) { __typename } }"),
        ),
        (
            "Mutation.confirmSecondFactor",
            (AnyStaff, "mutation { confirmSecondFactor(input: { code: \"000000\" }) { __typename } }"),
        ),
        (
            "Mutation.dropSecondFactor",
            (AnyStaff, "mutation { dropSecondFactor(input: { code: \"000000\" }) { __typename } }"),
        ),
        (
            "Mutation.renewRecoveryCodes",
            (AnyStaff, "mutation { renewRecoveryCodes(input: { code: \"000000\" }) { __typename } }"),
        ),
        (
            "Mutation.saveRole",
            (
                Staff(P::ManageStaff),
                "mutation { saveRole(input: { nameRu: \"\", nameKy: \"\", nameEn: \"\", permissions: [] }) { __typename } }",
            ),
        ),
    ]
}
