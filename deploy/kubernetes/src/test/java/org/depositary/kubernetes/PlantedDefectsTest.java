package org.depositary.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.depositary.kubernetes.defects.Defect;
import org.depositary.kubernetes.render.Overlay;
import org.depositary.kubernetes.rules.AllRules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules find a mistake wherever it is made: defects are planted at random places, and each must be reported. */
class PlantedDefectsTest {

    private static final int MANY = 5;

    @Test
    void every_kind_of_defect_is_found_in_one_overlay() {
        long seed = 19;
        var random = new Random(seed);
        var missed = new ArrayList<String>();
        for (var defect : Defect.values()) {
            plant(defect, Overlay.NAMES.get(random.nextInt(Overlay.NAMES.size())), random, missed);
        }
        assertThat(missed).as("missed with seed %s", seed).isEmpty();
    }

    @Test
    void an_overlay_without_a_defect_is_not_reported() {
        assertThat(AllRules.violations(Overlay.of("production").copy())).isEmpty();
    }

    @Test
    @Tag("full")
    void every_kind_of_defect_is_found_in_every_overlay() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var missed = new ArrayList<String>();
        for (var overlay : Overlay.NAMES) {
            for (var defect : Defect.values()) {
                for (int round = 0; round < MANY; round++) {
                    plant(defect, overlay, random, missed);
                }
            }
        }
        assertThat(missed).as("missed with seed %s", seed).isEmpty();
    }

    private static void plant(Defect defect, String name, Random random, List<String> missed) {
        var overlay = Overlay.of(name);
        var spoiled = defect.plantedIn(overlay, random);
        assertThat(spoiled.manifests()).as("%s in %s", defect, name).isNotEqualTo(overlay.manifests());
        if (AllRules.violations(spoiled).isEmpty()) {
            var changed = spoiled.manifests().stream()
                    .filter(manifest -> !overlay.manifests().contains(manifest))
                    .toList();
            missed.add("%s in %s: %s"
                    .formatted(
                            defect,
                            name,
                            changed.stream()
                                    .map(manifest -> manifest + " " + manifest.json())
                                    .toList()));
        }
    }
}
