package org.depositary.gateway.exports.kept;

import java.io.IOException;

/** An export exceeds {@code depositary.exports.largest-kept}. A retry does not help. */
final class TooLargeExport extends IOException {

    TooLargeExport(long largest) {
        super("The export has more than %d bytes, which is the limit for kept exports".formatted(largest));
    }
}
