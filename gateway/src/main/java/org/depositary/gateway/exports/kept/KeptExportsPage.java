package org.depositary.gateway.exports.kept;

import java.util.List;
import java.util.Optional;

/**
 * A page of the manifest, the newest export first.
 *
 * @param next token of the next page; absent on the last page
 */
public record KeptExportsPage(List<KeptExport> items, Optional<String> next) {}
