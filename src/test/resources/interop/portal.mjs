// A department portal made of a certified OpenID Connect client (openid-client) and another JWT library (jose).
// Usage: node portal.mjs <issuer> <client id> <secret> <redirect uri>, a JSON line per step on stdout, the browser's
// answers as lines on stdin.
import * as oidc from "openid-client";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { createInterface } from "node:readline";

const [issuer, id, secret, redirect] = process.argv.slice(2);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = (step, what) => process.stdout.write(JSON.stringify({ step, ...what }) + "\n");

const config = await oidc.discovery(new URL(issuer), id, secret, oidc.ClientSecretBasic(secret), {
  execute: [oidc.allowInsecureRequests], // the trial's issuer is on this machine
});
const verifier = oidc.randomPKCECodeVerifier();
const state = oidc.randomState();
const nonce = oidc.randomNonce();
const parameters = {
  redirect_uri: redirect,
  scope: "openid",
  code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  code_challenge_method: "S256",
  state,
  nonce,
};
const pushed = await oidc.buildAuthorizationUrlWithPAR(config, parameters);
say("door", { url: pushed.href });

const back = new URL((await lines.next()).value);
const tokens = await oidc.authorizationCodeGrant(config, back, {
  pkceCodeVerifier: verifier,
  expectedState: state,
  expectedNonce: nonce,
  idTokenExpected: true,
});
say("tokens", { sub: tokens.claims().sub, acr: tokens.claims().acr, sid: tokens.claims().sid });

const info = await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
say("userinfo", { sub: info.sub });

const renewed = await oidc.refreshTokenGrant(config, tokens.refresh_token);
say("renewed", { another: renewed.refresh_token !== tokens.refresh_token });

const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri));
const checked = await jwtVerify(renewed.access_token, keys, { issuer, algorithms: ["RS256"] });
say("checked", { sub: checked.payload.sub, kid: checked.protectedHeader.kid });

const seen = await oidc.tokenIntrospection(config, renewed.access_token);
await oidc.tokenRevocation(config, renewed.refresh_token);
const gone = await oidc.tokenIntrospection(config, renewed.refresh_token);
say("introspected", { active: seen.active, revoked: !gone.active });

const leave = oidc.buildEndSessionUrl(config, { id_token_hint: renewed.id_token ?? tokens.id_token });
say("leave", { url: leave.href });
process.exit(0);
