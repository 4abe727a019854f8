package org.depositary.imports.job;

/** The sort key of an entry in a report: the line, then the order of recording. Its text is the page token. */
public record ReportPosition(int line, long id) {

    public static final ReportPosition START = new ReportPosition(-1, -1);

    /**
     * Parses a page token.
     *
     * @throws IllegalArgumentException if the text is not a page token
     */
    public static ReportPosition parse(String token) {
        var parts = token.split("-", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Not a page token: " + token);
        }
        return new ReportPosition(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
        return line + "-" + id;
    }
}
