package org.depositary.documents.extraction.process;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;
import java.util.Set;

/**
 * Makes this process refuse URLs and proxies of a network. {@link WorkerProcess} starts it so that no host name resolves.
 * The parsers are configured not to fetch anything; this is the second line of defence. It does not stop code that opens
 * a channel to a numeric address, which no parser does.
 */
final class NetworkBlock {

    /** The schemes by which Java loads its own classes and resources. */
    private static final Set<String> LOCAL = Set.of("jar", "jrt", "file");

    private NetworkBlock() {}

    static void install() {
        URL.setURLStreamHandlerFactory(scheme -> LOCAL.contains(scheme) ? null : new Refusal());
        ProxySelector.setDefault(new RefusingProxySelector());
        System.setProperty("javax.xml.accessExternalDTD", "");
        System.setProperty("javax.xml.accessExternalSchema", "");
        System.setProperty("javax.xml.accessExternalStylesheet", "");
    }

    private static final class Refusal extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            throw new IOException("Extraction workers open no network address.");
        }
    }

    private static final class RefusingProxySelector extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            throw new SecurityException("Extraction workers open no network address.");
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }
}
