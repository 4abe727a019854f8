package org.depositary.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The keys by which a Keycloak signs tokens. */
record SigningKeys(KeycloakServer keycloak) {

    /** Adds a key. New tokens are signed with it. Returns the component that holds the key of older tokens. */
    ObjectNode rotate() {
        var old = component(activeProvider());
        var added = GatewayAnswer.JSON
                .createObjectNode()
                .put("name", "rotated")
                .put("providerId", "rsa-generated")
                .put("providerType", "org.keycloak.keys.KeyProvider");
        var config = added.putObject("config");
        config.putArray("priority").add("1000");
        config.putArray("algorithm").add("RS256");
        keycloak.administer("POST", "/components", added);
        return old;
    }

    /** Keeps a key for the verification of older tokens only. */
    void makePassive(ObjectNode component) {
        set(component, "active");
    }

    /** Makes all tokens of a key invalid. */
    void disable(ObjectNode component) {
        set(component, "enabled");
    }

    private void set(ObjectNode component, String property) {
        ((ObjectNode) component.path("config")).putArray(property).add("false");
        keycloak.administer("PUT", "/components/" + component.path("id").asText(), component);
    }

    private String activeProvider() {
        var keys = keycloak.administer("GET", "/keys", NullNode.instance);
        var active = keys.path("active").path("RS256").asText();
        return keys.path("keys")
                .valueStream()
                .filter(key -> key.path("kid").asText().equals(active))
                .map(key -> key.path("providerId").asText())
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode component(String id) {
        JsonNode component = keycloak.administer("GET", "/components/" + id, NullNode.instance);
        return (ObjectNode) component;
    }
}
