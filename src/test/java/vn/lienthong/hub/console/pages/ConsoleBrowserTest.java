package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.Chromium;
import vn.lienthong.hub.LandSystem;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

/** The console as a browser shows it: every screen in both languages, wide and narrow, by axe; live parts; the keyboard. */
@Tag("browser")
@ExtendWith(OneHub.class)
class ConsoleBrowserTest {

    private static final String CODE = "000.00.15.H52-260824-7390";

    private final RunningHub hub;
    private final ConsoleInBrowser console;

    ConsoleBrowserTest(RunningHub hub) {
        this.hub = hub;
        this.console = new ConsoleInBrowser(hub.port());
    }

    @BeforeEach
    void comeIn() {
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.accepted(CODE));
        hub.as(LandSystem.ID)
                .pushes(LandSystem.ID, LandSystem.accepted(CODE + "1").replace("QT-01", "QT-98"));
        console.opens("/console");
        console.chromium().looksRight("console/log-in-vi");
        console.logsIn(hub.as("operator").key());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void passesAxeOnEveryScreenInBothLanguagesWideAndNarrow() {
        for (String language : List.of("vi", "en")) {
            console.speaks(language);
            for (Area area : Area.values()) {
                sees(area.path(), area.name().toLowerCase(Locale.ROOT) + "-" + language);
            }
            sees("/console/dossiers/one?code=" + CODE, "dossier-" + language);
            sees("/console/dossiers/texts?code=" + CODE, "texts-" + language);
            sees("/console/dossiers/viewers?code=" + CODE, "viewers-" + language);
            console.opens("/console/issues");
            sees(console.linkTo("QT-98"), "issue-" + language);
            sees("/console/dossiers/one?code=none", "unknown-dossier-" + language);
        }
    }

    @Test
    void findsADossierWithTheKeyboardAlone() {
        Chromium seen = console.chromium();
        console.opens("/console/national");
        seen.page().keyboard().press("/");
        seen.page().keyboard().type(CODE);
        seen.enters(":focus");
        assertThat(seen.address()).contains("/console/dossiers/one");
        assertThat(console.says("h1")).contains(CODE);
    }

    @Test
    void showsWhatHappensWithoutBeingAskedAgain() {
        console.opens("/console/dossiers/one?code=" + CODE);
        assertThat(console.says("#story")).doesNotContain("Đang xử lý");
        hub.as(LandSystem.ID).pushes(LandSystem.ID, LandSystem.processing(CODE));
        console.comesToSay("#story", "Đang xử lý");
    }

    private void sees(String address, String name) {
        Chromium seen = console.chromium();
        seen.isWide(1280);
        console.opens(address);
        seen.looksRight("console/" + name);
        seen.isWide(320);
        assertThat(seen.beyond()).as(name + " scrolls sideways").isLessThanOrEqualTo(0);
        seen.looksRight("console/" + name + "-narrow");
    }
}
