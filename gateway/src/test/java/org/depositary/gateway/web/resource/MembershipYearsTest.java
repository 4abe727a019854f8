package org.depositary.gateway.web.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests memberships by year, and the organisations that two parties share. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class MembershipYearsTest {

    private final String one = Register.slug("a");
    private final String other = Register.slug("b");

    @Inject
    Register register;

    @BeforeEach
    void twoOrganisations() {
        register.organization(one, "");
        register.organization(other, "");
        register.membershipChange(one, "SUHH", "accession", "1988");
        register.membershipChange(one, "SUHH", "lapse", "1992-01-01");
        register.membershipChange(one, "RU", "accession", "1992-01-01");
        register.membershipChange(one, "CN", "observer-status", "1990-03-01");
        register.membershipChange(one, "CN", "accession", "1991-06");
        register.membershipChange(one, "CN", "withdrawal", "1994-05-01");
        register.membershipChange(other, "CN", "accession", "199X");
        register.membershipChange(other, "RU", "accession", "1993");
    }

    private ValidatableResponse get(String path) {
        var query = path.contains("?") ? "&" : "?";
        return register.after()
                .get("/api/memberships/%s%sorganization=%s,%s".formatted(path, query, one, other))
                .then()
                .statusCode(200);
    }

    @Test
    void one_row_for_each_organisation_party_and_year() {
        get("years?to=1994&limit=100")
                .body(
                        "items.findAll { it.organization == '%s' }.party".formatted(one),
                        contains("CN", "CN", "CN", "CN", "CN", "RU", "RU", "RU", "SUHH", "SUHH", "SUHH", "SUHH"))
                .body("items[0].year", equalTo(1990))
                .body("items.status.take(3)", contains("observer", "member", "member"))
                .body("items[0].cow", equalTo("710"))
                .body("items.findAll { it.party == 'SUHH' }.year", contains(1988, 1989, 1990, 1991))
                .body("items.findAll { it.party == 'SUHH' }.cow", everyItem(equalTo("365")))
                .body(
                        "items.findAll { it.organization == '%s' }.certainty.unique()".formatted(one),
                        contains("certain"))
                .body(
                        "items.findAll { it.organization == '%s' && it.party == 'CN' }.certainty.unique()"
                                .formatted(other),
                        contains("possible"));
        get("years?party=RU&from=1993&to=1993").body("items.year", contains(1993, 1993));
        get("years?status=observer&to=1999").body("items.year", contains(1990, 1991));
    }

    @Test
    void pages_fit_together() {
        var page = get("years?to=1994&limit=13").body("items", hasSize(13)).extract();
        get("years?to=1994&limit=13&after=" + page.path("next"))
                .body("items.party", contains("CN", "CN", "CN", "CN", "RU", "RU"));
        var pairs = get("shared?to=1994&limit=2")
                .body("items.year", contains(1991, 1992))
                .extract();
        get("shared?to=1994&limit=2&after=" + pairs.path("next")).body("items.year", contains(1993, 1994));
    }

    @Test
    void as_a_file_that_can_be_imported() {
        var lines = get("years.csv?to=1994&party=SUHH&columns=import")
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines)
                .hasSize(5)
                .startsWith("organization,party,year,status,source", one + ",SUHH,1988,member,A book");
        assertThat(get("years.csv?to=1994").extract().asString().lines()).hasSize(1 + 19);
    }

    @Test
    void they_are_files_like_other_lists() {
        var filters = "to=1994&party=SUHH";
        assertThat(get("years.csv?" + filters).extract().asString().lines().findFirst())
                .contains("organization,organization_name,party,party_name,cow,gw,year,status,certainty,source");
        assertThat(get("years.csv?fields=party,year,change&limit=2&" + filters)
                        .extract()
                        .asString()
                        .lines())
                .hasSize(3)
                .startsWith("party,year,change")
                .element(1)
                .asString()
                .startsWith("SUHH,1988,/api/membership-changes/");
        assertThat(get("years.ndjson?fields=party,year&" + filters)
                        .extract()
                        .asString()
                        .lines())
                .hasSize(4)
                .startsWith("{\"party\":\"SUHH\",\"year\":1988}");
        assertThat(get("years.ndjson?columns=import&" + filters)
                        .extract()
                        .asString()
                        .lines())
                .hasSize(4);
        assertThat(get("shared.csv?fields=withName,organizations&limit=1&to=1994")
                        .extract()
                        .asString()
                        .lines())
                .hasSize(2)
                .startsWith("withName,organizations");
        assertThat(get("shared.csv?bom=true&to=1994").extract().asByteArray()).startsWith(0xEF, 0xBB, 0xBF, 'y');
    }

    @Test
    void a_file_for_import_leaves_out_what_years_cannot_express() {
        register.membershipChange(other, "UZ", "accession", "1990-05-02");
        register.membershipChange(other, "UZ", "lapse", "1993-01-01");
        register.membershipChange(other, "UZ", "accession", "1994");
        register.membershipChange(other, "KZ", "observer-status", "1991");
        register.membershipChange(other, "KZ", "accession", "1993-01-01");
        register.membershipChange(other, "KG", "accession", "1991");
        register.membershipChange(other, "KG", "withdrawal", "1993-01-01");
        register.membershipChange(other, "TJ", "accession", "1992~/1993");
        var rows = get("years.csv?to=1994&columns=import")
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(rows.stream().filter(row -> row.startsWith(one)))
                .hasSize(4 + 3)
                .noneMatch(row -> row.startsWith(one + ",CN"));
        assertThat(rows.stream().filter(row -> row.startsWith(other)).map(row -> row.substring(other.length())))
                .containsExactly(
                        ",KZ,1991,observer,A book",
                        ",KZ,1992,observer,A book",
                        ",KZ,1993,member,A book",
                        ",KZ,1994,member,A book",
                        ",RU,1993,member,A book",
                        ",RU,1994,member,A book",
                        ",UZ,1990,member,A book",
                        ",UZ,1991,member,A book",
                        ",UZ,1992,member,A book",
                        ",UZ,1994,member,A book");
        assertThat(get("years.csv?from=1992&to=1994&columns=import").extract().asString())
                .contains(one + ",RU,1992", other + ",RU,1993")
                .doesNotContain(",SUHH,", ",UZ,", ",KZ,");
    }

    @Test
    void how_many_organisations_two_parties_share() {
        get("shared?to=1994")
                .body("items.party", contains("CN", "CN", "CN", "CN"))
                .body("items.with", contains("SUHH", "RU", "RU", "RU"))
                .body("items.year", contains(1991, 1992, 1993, 1994))
                .body("items.organizations", contains(1, 1, 2, 2))
                .body("items[1].withGw", equalTo("365"));
        get("shared?to=1994&from=1994&status=member").body("items.organizations", contains(2));
        assertThat(get("shared.csv?to=1994").extract().asString().lines())
                .hasSize(5)
                .startsWith("year,party,party_name,cow,gw,with,with_name,with_cow,with_gw,organizations");
    }

    @Test
    void bad_parameters_are_refused() {
        for (var bad : new String[] {
            "years?from=x",
            "years?to=99999",
            "years.csv?columns=some",
            "years.csv?columns=import&status=member",
            "shared?limit=0",
            "years?status=x"
        }) {
            register.after().get("/api/memberships/" + bad).then().statusCode(400);
        }
    }
}
