mod block_staff;
mod end_staff_session;
mod invite_administrator;
mod invite_staff;
mod reset_staff;
mod save_role;
pub mod stations;
mod update_staff;

use tests::{Actor, TestApp, Value, json};

/// Everybody who works here.
pub async fn people(admin: &Actor) -> Vec<Value> {
    let query = "{ staff(first: 100) { nodes { id email version role { code } blockedAt invitedAt lastSeenAt carrier { code } } } }";
    admin.send(query, json!({})).await.data("staff")["nodes"].as_array().unwrap().clone()
}

pub async fn person(admin: &Actor, email: &str) -> Value {
    people(admin).await.into_iter().find(|one| one["email"] == email).expect("somebody with that address")
}

pub async fn invite(admin: &Actor, email: &str, role: &str) -> Value {
    let input = json!({ "email": email, "firstName": "Асель", "lastName": "Токтосунова", "role": role });
    change(admin, "inviteStaff", "InviteStaffInput", input).await
}

/// Sends one of the mutations that change staff.
pub async fn change(admin: &Actor, mutation: &str, input: &str, values: Value) -> Value {
    let query = format!(
        "mutation($i: {input}!) {{ {mutation}(input: $i) {{ __typename ... on UserError {{ code }} ... on InvalidInput {{ fields {{ path code }} }} \
         ... on StaffChanged {{ member {{ id version blockedAt invitedAt role {{ code }} carrier {{ code }} }} }} }} }}"
    );
    admin.send(&query, json!({ "i": values })).await.data(mutation)
}

/// E-mail and token of the newest invitation.
pub async fn link(app: &TestApp) -> (String, String) {
    let messages = app.messages().await;
    let text = messages.iter().rev().find(|(_, _, text)| text.contains("/admin/welcome#")).expect("an invitation");
    let link = text.2.split("/admin/welcome#").nth(1).unwrap().split_whitespace().next().unwrap();
    let (email, token) = link.split_once('&').unwrap();
    (email.to_owned(), token.to_owned())
}

pub async fn accept(actor: &Actor, email: &str, token: &str, password: &str) -> Value {
    let query = "mutation($i: AcceptInvitationInput!) { acceptInvitation(input: $i) { __typename ... on SignedIn { me { role { code } permissions } } \
        ... on InvalidInput { fields { path code } } } }";
    let input = json!({ "email": email, "token": token, "newPassword": password });
    actor.send(query, json!({ "i": input })).await.data("acceptInvitation")
}
