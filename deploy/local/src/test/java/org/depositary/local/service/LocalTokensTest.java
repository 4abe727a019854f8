package org.depositary.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokensTest {

    @TempDir
    Path directory;

    @Test
    void the_key_is_made_once_and_only_its_owner_reads_it() throws Exception {
        var key = LocalTokens.in(directory).publicKeyBase64();
        assertThat(LocalTokens.in(directory).publicKeyBase64()).isEqualTo(key);
        var permissions = Files.getPosixFilePermissions(directory.resolve("keys/tokens.pk8"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void a_token_names_its_role_and_all_below_it() throws Exception {
        var claims = verified(LocalTokens.in(directory).token("curator"));
        assertThat(claims.getStringListClaimValue("groups"))
                .containsExactlyInAnyOrder("reader", "contributor", "curator");
        assertThat(claims.getSubject()).isEqualTo("local-curator");
    }

    @Test
    void an_unknown_role_is_refused_with_the_roles_there_are() {
        assertThatThrownBy(() -> LocalTokens.in(directory).token("editor"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("editor")
                .hasMessageContaining("admin");
    }

    private JwtClaims verified(String token) throws Exception {
        var encoded = Base64.getDecoder().decode(LocalTokens.in(directory).publicKeyBase64());
        return new JwtConsumerBuilder()
                .setVerificationKey(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)))
                .setExpectedIssuer("depositary-local")
                .setExpectedAudience("depositary")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
