package vn.lienthong.hub.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.dossier.DossierStatus;

/** The worked example of {@code docs/add-a-department.md} works. */
class AddADepartmentTest {

    @Test
    void understandsThePushOfTheExampleByItsMapping() throws IOException {
        String guide = Files.readString(Path.of("docs/add-a-department.md"));
        Desk desk = Desk.with("json", block(guide, "yaml"));
        byte[] push = block(guide, "json").getBytes(StandardCharsets.UTF_8);
        assertThat(desk.normalise(push)).singleElement().isInstanceOfSatisfying(Normalised.Observed.class, observed -> {
            assertThat(observed.status())
                    .isNotNull()
                    .satisfies(claim -> assertThat(claim.status()).isEqualTo(DossierStatus.ACCEPTED));
            assertThat(observed.facts()).isNotNull().satisfies(facts -> {
                assertThat(facts.fees()).hasSize(1);
                assertThat(facts.returnedAt()).isNull();
            });
        });
    }

    private static String block(String guide, String language) {
        int start = guide.indexOf("```" + language + "\n") + language.length() + 4;
        return guide.substring(start, guide.indexOf("```", start));
    }
}
