import { describe, expect, test } from "vitest";
import { ROUTES } from "../../../src/api/access/routes.ts";
import { ofType, referred, stackResources } from "../support/template.ts";

const resources = stackResources();

const OPEN = ROUTES.filter(({ scope }) => scope === null);

/** `GET /v1/decisions/:id` as an HTTP API writes it. */
function routeKey({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path.replace(/:(\w+)/g, "{$1}")}`;
}

function routes() {
  return ofType(resources, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => Properties);
}

describe("the HTTP API", () => {
  test("has the routes of the app's table and no other", () => {
    const keys = routes().map(({ RouteKey }) => String(RouteKey));
    expect(keys.toSorted()).toEqual(ROUTES.map(routeKey).toSorted());
  });

  test("asks the authorizer on every route but the open ones", () => {
    const unguarded = routes().filter(
      ({ AuthorizationType, AuthorizerId }) =>
        AuthorizationType !== "CUSTOM" || referred(AuthorizerId) !== "HttpApiAuthorizerToken",
    );
    const keys = unguarded.map(({ RouteKey }) => String(RouteKey));
    expect(keys.toSorted()).toEqual(OPEN.map(routeKey).toSorted());
  });

  test("keeps an authorizer's answer for one token for a minute at most", () => {
    const authorizers = ofType(resources, "AWS::ApiGatewayV2::Authorizer");
    expect(authorizers).toMatchObject([
      [
        "HttpApiAuthorizerToken",
        {
          Properties: {
            AuthorizerType: "REQUEST",
            AuthorizerPayloadFormatVersion: "2.0",
            EnableSimpleResponses: true,
            AuthorizerResultTtlInSeconds: 60,
            IdentitySource: ["$request.header.Authorization"],
          },
        },
      ],
    ]);
    expect(JSON.stringify(authorizers)).toContain("AuthorizerLambdaFunction");
  });

  test("is called by no other site's pages", () => {
    expect(resources["HttpApi"]?.Properties["CorsConfiguration"]).toBeUndefined();
  });

  test("limits how often it is called", () => {
    expect(resources["HttpApiStage"]?.Properties["DefaultRouteSettings"]).toEqual({
      DetailedMetricsEnabled: true,
      ThrottlingRateLimit: 50,
      ThrottlingBurstLimit: 100,
    });
  });

  test("logs who asked for nothing: neither addresses nor paths, headers or bodies", () => {
    const { Format }: { readonly Format: string } = JSON.parse(
      JSON.stringify(resources["HttpApiStage"]?.Properties["AccessLogSettings"]),
    );
    expect(Object.values<string>(JSON.parse(Format)).toSorted()).toEqual([
      "$context.authorizer.error",
      "$context.integrationErrorMessage",
      "$context.requestId",
      "$context.requestTimeEpoch",
      "$context.responseLatency",
      "$context.responseLength",
      "$context.routeKey",
      "$context.status",
    ]);
  });
});
