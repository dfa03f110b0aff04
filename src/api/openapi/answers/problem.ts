import { PROBLEMS } from "../../problems/codes.ts";
import { type Components, list, object, ref, text, word } from "../schema.ts";

export const PROBLEM_COMPONENTS: Components = {
  Problem: object(
    "Problem details (RFC 9457) in your language. Act on `code`; words may change. No NIK, NIB, name or personal value ever stands in one. Tindak lanjuti menurut `code`.",
    {
      type: text("`urn:problem-type:layak:` and the code."),
      title: text("What kind of problem it is."),
      status: { type: "integer", description: "The HTTP status." },
      detail: text("What is wrong with this request, and what to do."),
      code: word("Stable.", Object.keys(PROBLEMS)),
      errors: list("One for each field, at most 100.", ref("FieldError")),
    },
  ),
  FieldError: object("What is wrong with one field.", {
    path: text(
      "A JSON pointer (RFC 6901) into the body, or `?name` for a parameter. A key of more than 60 characters is cut and ends in `…`.",
    ),
    code: text("Stable; `docs/api.md` lists them."),
    message: text("In your language."),
  }),
};
