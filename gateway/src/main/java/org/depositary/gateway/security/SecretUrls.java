package org.depositary.gateway.security;

import java.sql.SQLException;

/** Lets callers without a token read some addresses, if the address has a secret. */
public interface SecretUrls {

    /** The query parameter with the secret. */
    String PARAMETER = "key";

    /** Whether a secret can open this path. */
    boolean concern(String path);

    /** Whether the secret is known and not revoked. May block. */
    boolean isKnown(String secret) throws SQLException;
}
