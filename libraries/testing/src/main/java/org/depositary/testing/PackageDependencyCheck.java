package org.depositary.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the dependencies between the packages of Depositary with a list. */
public final class PackageDependencyCheck {

    private static final String PROJECT = "org.depositary.";

    private PackageDependencyCheck() {}

    /**
     * Fails unless the packages below {@code root} depend on exactly the listed packages. Cycles fail too.
     *
     * @param root {@code org.depositary.gateway}
     * @param listed a line per package, {@code live -> log web eventsourcing}; packages below the root without the root,
     *     other packages without {@code org.depositary}; the root itself is {@code .}
     */
    public static void assertExactly(String root, String listed) {
        var expected = listed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(PackageDependencyCheck::normalized)
                .sorted()
                .collect(Collectors.joining("\n"));
        var arrows = arrowsBelow(root);
        var actual = arrows.entrySet().stream()
                .map(arrow -> line(arrow.getKey(), arrow.getValue()))
                .sorted()
                .collect(Collectors.joining("\n"));
        if (!actual.equals(expected)) {
            throw new AssertionError("The packages depend on each other as follows:\n" + actual
                    + "\n\nNot listed:\n" + difference(actual, expected) + "\n\nListed, but not so:\n"
                    + difference(expected, actual));
        }
        assertAcyclic(arrows);
    }

    private static TreeMap<String, TreeSet<String>> arrowsBelow(String root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        var arrows = new TreeMap<String, TreeSet<String>>();
        for (var origin : classes) {
            var from = name(root, origin.getPackageName());
            for (var dependency : origin.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass().getBaseComponentType().getPackageName();
                var to = name(root, target);
                if (target.startsWith(PROJECT) && !to.equals(from)) {
                    arrows.computeIfAbsent(from, none -> new TreeSet<>()).add(to);
                }
            }
        }
        return arrows;
    }

    private static String name(String root, String packageName) {
        if (packageName.equals(root)) {
            return ".";
        }
        return packageName.startsWith(root + ".")
                ? packageName.substring(root.length() + 1)
                : packageName.replaceFirst("^" + PROJECT.replace(".", "\\."), "");
    }

    private static String normalized(String line) {
        var parts = line.split("->", 2);
        return line(
                parts[0].strip(), new TreeSet<>(Arrays.asList(parts[1].strip().split("\\s+"))));
    }

    private static String line(String from, Collection<String> to) {
        return from + " -> " + String.join(" ", to);
    }

    private static String difference(String of, String without) {
        var known = without.lines().collect(Collectors.toSet());
        return of.lines().filter(line -> !known.contains(line)).collect(Collectors.joining("\n"));
    }

    /** Removes packages that depend on no other remaining package, until none is left. */
    private static void assertAcyclic(TreeMap<String, TreeSet<String>> arrows) {
        var left = new TreeMap<>(arrows);
        while (left.keySet().removeIf(from -> arrows.get(from).stream().noneMatch(left::containsKey))) {
            // The loop continues until nothing is removed, because removing a package can make another one removable.
        }
        if (!left.isEmpty()) {
            throw new AssertionError("These packages depend on each other in a circle: " + left.keySet());
        }
    }
}
