mod begin_second_factor;
mod confirm_second_factor;
mod demand_second_factor;
mod drop_second_factor;
mod renew_recovery_codes;
mod sign_in;

use tests::{Actor, TestApp, Value, json};
use totp_rs::{Builder, Secret};

pub const LOGIN: &str = "dispatcher@demo.beket.example.com";
pub const PASSWORD: &str = "beket-demo";

/// The code that an authenticator app shows for the secret, so many steps of 30 seconds from now.
pub fn shown(app: &TestApp, secret: &str, steps: i64) -> String {
    let codes = Builder::new().with_secret(Secret::try_from_base32(secret).unwrap()).with_account_name("somebody");
    let now = app.now().timestamp() + steps * 30;
    codes.build().unwrap().generate(u64::try_from(now).unwrap()).to_string()
}

pub async fn begin(who: &Actor, password: &str) -> Value {
    let query = "mutation($i: BeginSecondFactorInput!) { beginSecondFactor(input: $i) { __typename ... on UserError { code } \
        ... on InvalidInput { fields { path code } } ... on SecondFactorBegun { secret uri qrSvg } } }";
    who.send(query, json!({ "i": { "password": password } })).await.data("beginSecondFactor")
}

async fn codes(who: &Actor, mutation: &str, code: &str) -> Value {
    let input = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let query = format!(
        "mutation($i: {input}!) {{ {mutation}(input: $i) {{ __typename ... on UserError {{ code }} ... on InvalidInput {{ fields {{ path code }} }} \
         ... on RecoveryCodes {{ recoveryCodes }} }} }}"
    );
    who.send(&query, json!({ "i": { "code": code } })).await.data(mutation)
}

pub async fn confirm(who: &Actor, code: &str) -> Value {
    codes(who, "confirmSecondFactor", code).await
}

pub async fn renew(who: &Actor, code: &str) -> Value {
    codes(who, "renewRecoveryCodes", code).await
}

/// Sets it up; the secret and the recovery codes.
pub async fn set_up(app: &TestApp, who: &Actor) -> (String, Vec<String>) {
    let secret = begin(who, PASSWORD).await["secret"].as_str().expect("a secret").to_owned();
    let confirmed = confirm(who, &shown(app, &secret, 0)).await;
    let recovery = confirmed["recoveryCodes"].as_array().unwrap_or_else(|| panic!("{confirmed}"));
    (secret, recovery.iter().map(|code| code.as_str().unwrap().to_owned()).collect())
}

/// Signs in as staff; the answer.
pub async fn sign_in(who: &Actor, login: &str, second_factor: Option<&str>) -> Value {
    let query = "mutation($i: SignInInput!) { signIn(input: $i) { __typename ... on UserError { code } ... on SecondFactorNeeded { wrong } \
        ... on SignedIn { accessToken me { permissions secondFactor { on demanded recoveryCodesLeft } } } } }";
    let input = json!({ "login": login, "password": PASSWORD, "kind": "STAFF", "secondFactor": second_factor });
    who.send(query, json!({ "i": input })).await.data("signIn")
}

pub const MINE: &str = "{ me { permissions secondFactor { on demanded recoveryCodesLeft } } }";
pub const WORK: &str = "{ trips(filter: { date: \"2026-12-02\" }, first: 1) { nodes { id } } }";

pub fn wrong_code(code: &str) -> Value {
    json!([{ "path": "code", "code": code }])
}
