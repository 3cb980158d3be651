use async_graphql::{Context, InputObject, Object, Result, Union};
use chrono::TimeDelta;
use domain::contact::Contact;

use crate::features::second_factor::{self, Answer};
use crate::graphql::{SecondFactorNeeded, SessionKind, TooManyAttempts, WrongCredentials, app, viewer};
use crate::platform::Fault;
use crate::platform::limit::Quota;

use super::request_code::find_account;
use super::sessions::{SignedIn, begin, signed_in};

const FOR_LOGIN: Quota = Quota { name: "password-login", count: 10, per: TimeDelta::minutes(15) };
const FROM_ADDRESS: Quota = Quota { name: "password-address", count: 50, per: TimeDelta::minutes(15) };

#[derive(InputObject)]
pub struct SignInInput {
    /// E-mail address or phone.
    pub login: String,
    pub password: String,
    /// What the session is for: the passengers' site or the staff's.
    #[graphql(default_with = "SessionKind::Passenger")]
    pub kind: SessionKind,
    /// For staff who have set one up: a code of the authenticator app, or a recovery code.
    pub second_factor: Option<String>,
}

#[derive(Union)]
pub enum SignInResult {
    SignedIn(SignedIn),
    WrongCredentials(WrongCredentials),
    SecondFactorNeeded(SecondFactorNeeded),
    TooManyAttempts(TooManyAttempts),
}

#[derive(Default)]
pub struct SignIn;

#[Object]
impl SignIn {
    /// Signs in with a password. A passenger's account cannot sign in as staff; staff with a second factor are asked for
    /// it once the password is right. At most ten tries in 15 minutes for one login.
    async fn sign_in(&self, ctx: &Context<'_>, input: SignInInput) -> Result<SignInResult> {
        let (app, viewer) = (app(ctx), viewer(ctx));
        let language = viewer.language;
        let contact = Contact::parse(&input.login);
        let login = contact.as_ref().map_or(input.login.as_str(), Contact::value).to_owned();
        for (quota, key) in [(FROM_ADDRESS, viewer.address.as_str()), (FOR_LOGIN, login.as_str())] {
            if let Err(limited) = app.limits.take(quota, key).await {
                return Ok(SignInResult::TooManyAttempts(TooManyAttempts::new(language, limited.retry_after_seconds)));
            }
        }
        let account = match &contact {
            Some(contact) => find_account(app, contact).await?,
            None => None,
        };
        let usable = account.filter(|account| {
            account.blocked_at.is_none() && (input.kind == SessionKind::Passenger || account.role.is_some())
        });
        let hash = usable.as_ref().and_then(|account| account.password_hash.as_deref());
        let right = app.secrets.password_matches(&input.password, hash).await?;
        let Some(account) = usable.filter(|_| right) else {
            return Ok(SignInResult::WrongCredentials(WrongCredentials::new(language)));
        };
        if input.kind == SessionKind::Staff {
            let asked = |wrong| Ok(SignInResult::SecondFactorNeeded(SecondFactorNeeded::new(language, wrong)));
            match second_factor::check(app, viewer, &account, input.second_factor.as_deref()).await? {
                Answer::Right | Answer::NotNeeded => {}
                Answer::Missing => return asked(false),
                Answer::Wrong => return asked(true),
            }
        }
        app.limits.reset(FOR_LOGIN, &login).await;
        app.limits.give_back(FROM_ADDRESS, &viewer.address).await;
        let tx = app.db.begin().await.map_err(Fault::from)?;
        let (session, refresh) = begin(app, &tx, viewer, account.id, input.kind).await?;
        tx.commit().await.map_err(Fault::from)?;
        Ok(SignInResult::SignedIn(signed_in(ctx, account, session, input.kind, &refresh).await?))
    }
}
