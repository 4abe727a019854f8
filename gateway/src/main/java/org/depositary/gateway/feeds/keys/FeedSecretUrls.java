package org.depositary.gateway.feeds.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import org.depositary.gateway.security.SecretUrls;

/** Opens the feeds to addresses with a key. A deleted key ends at once, because every request looks it up. */
@ApplicationScoped
class FeedSecretUrls implements SecretUrls {

    private static final Set<String> FEEDS =
            Set.of("/api/changes/feed.atom", "/api/changes/feed.rss", "/api/changes/feed.json", "/api/notices.atom");

    private final FeedKeyTable keys;

    FeedSecretUrls(FeedKeyTable keys) {
        this.keys = keys;
    }

    @Override
    public boolean concern(String path) {
        return FEEDS.contains(path);
    }

    @Override
    public boolean isKnown(String secret) throws SQLException {
        return FeedSecret.isWellFormed(secret) && keys.use(new FeedSecret(secret));
    }
}
