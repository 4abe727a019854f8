package org.depositary.verify;

import static org.depositary.testing.Waiting.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Somebody fills the disk of one program to its last byte, and after a while makes room again.
 *
 * @param sign by which one sees, from now on, that the program has run into it
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
                // That is what this is for; smaller pieces may still fit.
            }
        }
    }

    @Override
    public String toString() {
        return "disk of " + what + " full";
    }
}
