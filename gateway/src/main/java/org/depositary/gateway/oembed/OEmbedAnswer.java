package org.depositary.gateway.oembed;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How to embed a chart (oEmbed 1.0, section 2.3.4).
 *
 * @param type {@code rich}: HTML
 * @param version of oEmbed
 * @param title what the chart shows
 * @param providerName this software
 * @param providerUrl the start page
 * @param cacheAge seconds for which a client may keep the answer
 * @param html a frame with the chart
 * @param width of the frame, in CSS pixels
 * @param height of the frame, in CSS pixels
 */
record OEmbedAnswer(
        String type,
        String version,
        String title,
        @JsonProperty("provider_name") String providerName,
        @JsonProperty("provider_url") String providerUrl,
        @JsonProperty("cache_age") int cacheAge,
        String html,
        int width,
        int height) {

    private static final int CACHE_SECONDS = 3600;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;

    static OEmbedAnswer of(String title, String start, String source, int largestWidth, int largestHeight) {
        int width = Math.min(WIDTH, largestWidth);
        int height = Math.min(HEIGHT, largestHeight);
        var html =
                "<iframe src=\"%s\" title=\"%s\" width=\"%d\" height=\"%d\" loading=\"lazy\" style=\"border:0\"></iframe>"
                        .formatted(attribute(source), attribute(title), width, height);
        return new OEmbedAnswer("rich", "1.0", title, "Depositary", start, CACHE_SECONDS, html, width, height);
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
