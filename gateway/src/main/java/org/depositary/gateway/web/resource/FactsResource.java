package org.depositary.gateway.web.resource;

import jakarta.ws.rs.Path;
import org.depositary.gateway.web.ReadExecutor;

/** Contains the resources of facts that only have URLs for single facts, and no list. */
final class FactsResource {

    private FactsResource() {}

    @Path("/api/membership-changes")
    public static class MembershipChanges extends SingleFactResource {
        MembershipChanges(ReadExecutor reads) {
            super(reads, "membership-change");
        }
    }

    @Path("/api/organization-changes")
    public static class OrganizationChanges extends SingleFactResource {
        OrganizationChanges(ReadExecutor reads) {
            super(reads, "organization-change");
        }
    }

    @Path("/api/organs")
    public static class Organs extends SingleFactResource {
        Organs(ReadExecutor reads) {
            super(reads, "organ");
        }
    }

    @Path("/api/terms")
    public static class Terms extends SingleFactResource {
        Terms(ReadExecutor reads) {
            super(reads, "term");
        }
    }

    @Path("/api/meetings")
    public static class Meetings extends SingleFactResource {
        Meetings(ReadExecutor reads) {
            super(reads, "meeting");
        }
    }

    @Path("/api/relations")
    public static class Relations extends SingleFactResource {
        Relations(ReadExecutor reads) {
            super(reads, "relation");
        }
    }

    @Path("/api/contributions")
    public static class Contributions extends SingleFactResource {
        Contributions(ReadExecutor reads) {
            super(reads, "contribution");
        }
    }

    @Path("/api/rules")
    public static class Rules extends SingleFactResource {
        Rules(ReadExecutor reads) {
            super(reads, "rule");
        }
    }

    @Path("/api/figures")
    public static class Figures extends SingleFactResource {
        Figures(ReadExecutor reads) {
            super(reads, "figure");
        }
    }

    @Path("/api/exercise-steps")
    public static class ExerciseSteps extends SingleFactResource {
        ExerciseSteps(ReadExecutor reads) {
            super(reads, "exercise-step");
        }
    }

    @Path("/api/participations")
    public static class Participations extends SingleFactResource {
        Participations(ReadExecutor reads) {
            super(reads, "participation");
        }
    }

    @Path("/api/exercise-phases")
    public static class ExercisePhases extends SingleFactResource {
        ExercisePhases(ReadExecutor reads) {
            super(reads, "exercise-phase");
        }
    }

    @Path("/api/exercise-purposes")
    public static class ExercisePurposes extends SingleFactResource {
        ExercisePurposes(ReadExecutor reads) {
            super(reads, "exercise-purpose");
        }
    }

    @Path("/api/exercise-merges")
    public static class ExerciseMerges extends SingleFactResource {
        ExerciseMerges(ReadExecutor reads) {
            super(reads, "exercise-merge");
        }
    }

    @Path("/api/acts")
    public static class Acts extends SingleFactResource {
        Acts(ReadExecutor reads) {
            super(reads, "act");
        }
    }
}
