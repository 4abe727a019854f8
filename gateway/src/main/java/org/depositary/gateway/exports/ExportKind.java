package org.depositary.gateway.exports;

import java.lang.reflect.Type;
import java.util.List;

/**
 * What an export contains.
 *
 * @param name the name in the address
 * @param title what its rows are, for people
 * @param key the fields that identify a row
 * @param item the type of its rows, from which the columns of CSV follow
 */
public record ExportKind(String name, String title, List<String> key, Type item, ExportSource source) {}
