package org.depositary.verify;

import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Fills the disk of one program completely, and frees it after a while.
 *
 * @param sign makes a check that is true when the program has noticed the full disk
 */
record FullDisk(String what, Path disk, Function<Scene, BooleanSupplier> sign) implements Fault {

    private static final int[] BLOCKS = {1 << 20, 1 << 12, 1};

    @Override
    public BooleanSupplier strike(Scene scene) throws IOException {
        var ballast = disk.resolve("ballast");
        var noticed = sign.apply(scene);
        fill(ballast);
        try {
            await(what + " has noticed").until(noticed::getAsBoolean);
            FaultPause.millis(scene.between(3_000, 6_000));
        } finally {
            Files.delete(ballast);
        }
        return scene.installation()::ready;
    }

    static void fill(Path file) {
        for (int block : BLOCKS) {
            var zeros = new byte[block];
            try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(zeros);
                }
            } catch (IOException full) {
                // The disk is full for this size; smaller writes may still fit.
            }
        }
    }

    @Override
    public String toString() {
        return "disk of " + what + " full";
    }
}
