package org.depositary.gateway.query;

import jakarta.ws.rs.Path;

/** Where single facts are that have no read of their own. */
final class FactsResource {

    private FactsResource() {}

    @Path("/api/membership-changes")
    public static class MembershipChanges extends SingleFacts {
        MembershipChanges(Reads reads) {
            super(reads, "membership-change");
        }
    }

    @Path("/api/organization-changes")
    public static class OrganizationChanges extends SingleFacts {
        OrganizationChanges(Reads reads) {
            super(reads, "organization-change");
        }
    }

    @Path("/api/organs")
    public static class Organs extends SingleFacts {
        Organs(Reads reads) {
            super(reads, "organ");
        }
    }

    @Path("/api/terms")
    public static class Terms extends SingleFacts {
        Terms(Reads reads) {
            super(reads, "term");
        }
    }

    @Path("/api/meetings")
    public static class Meetings extends SingleFacts {
        Meetings(Reads reads) {
            super(reads, "meeting");
        }
    }

    @Path("/api/relations")
    public static class Relations extends SingleFacts {
        Relations(Reads reads) {
            super(reads, "relation");
        }
    }

    @Path("/api/contributions")
    public static class Contributions extends SingleFacts {
        Contributions(Reads reads) {
            super(reads, "contribution");
        }
    }

    @Path("/api/rules")
    public static class Rules extends SingleFacts {
        Rules(Reads reads) {
            super(reads, "rule");
        }
    }

    @Path("/api/figures")
    public static class Figures extends SingleFacts {
        Figures(Reads reads) {
            super(reads, "figure");
        }
    }
}
