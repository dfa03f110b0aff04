import { Refusal } from "../problems/refusal.ts";
import { type Caller, mayAskFor } from "./caller.ts";
import type { Identity } from "./identify.ts";
import type { Scope } from "./routes.ts";
import { TOKEN_FAULTS } from "./token-fault.ts";

const REALM = 'Bearer realm="layak"';

/** 401 for a request whose caller is not known; the challenges are those of RFC 6750. */
export function refuseUnidentified(identity: Exclude<Identity, { kind: "known" }>): Refusal {
  if (identity.kind === "nobody") {
    return new Refusal(
      "token-missing",
      {
        id: 'Alamat ini membutuhkan token: kirim "Authorization: Bearer <token>".',
        en: 'This address needs a token: send "Authorization: Bearer <token>".',
      },
      { headers: { "WWW-Authenticate": REALM } },
    );
  }
  const { reason } = identity;
  const told = `error="invalid_token", error_description="${TOKEN_FAULTS[reason].en.replaceAll('"', "'")}"`;
  return new Refusal(
    reason === "expired" ? "token-expired" : "token-invalid",
    TOKEN_FAULTS[reason],
    { headers: { "WWW-Authenticate": `${REALM}, ${told}` } },
  );
}

/** 403 for a caller whose token does not allow what the route does. */
export function refuseScope(scope: Scope): Refusal {
  return new Refusal(
    "scope-missing",
    {
      id: `Token ini tidak memuat scope "${scope}". Minta token yang memuatnya.`,
      en: `This token lacks the scope "${scope}". Ask for one that has it.`,
    },
    {
      headers: { "WWW-Authenticate": `${REALM}, error="insufficient_scope", scope="${scope}"` },
    },
  );
}

/** Ids of services are shorter; what is longer need not be told whole. */
const MOST_SHOWN = 100;

/**
 * Refuses a service that the caller's token does not list. `path` is where the request names it.
 * @throws Refusal `service-foreign`
 */
export function refuseForeignService(caller: Caller, service: string, path = "/service"): void {
  if (mayAskFor(caller, service)) return;
  const shown = service.length > MOST_SHOWN ? `${service.slice(0, MOST_SHOWN)}…` : service;
  const message = {
    id: `Token ini tidak berlaku untuk layanan "${shown}". Minta penerbit token menambahkannya pada "services".`,
    en: `This token is not for the service "${shown}". Have its issuer add it to "services".`,
  };
  throw new Refusal("service-foreign", message, {
    errors: [{ path, code: "service-foreign", message }],
  });
}

/** 404 for a decision that is not there, and the very same for one that the caller may not read. */
export function refuseDecision(): Refusal {
  return new Refusal("decision-not-found", {
    id: "Tidak ada keputusan dengan id ini yang boleh Anda baca. Periksa id-nya.",
    en: "There is no decision with this id that you may read. Check the id.",
  });
}
