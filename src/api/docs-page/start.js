// Shows the OpenAPI document with Swagger UI. Nothing is kept, and nothing is asked of elsewhere.
window.SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#contract",
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: false,
  defaultModelsExpandDepth: 0,
  docExpansion: "list",
  presets: [window.SwaggerUIBundle.presets.apis],
});
