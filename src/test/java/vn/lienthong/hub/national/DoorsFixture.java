package vn.lienthong.hub.national;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.national.payload.FileOffer;
import vn.lienthong.hub.national.portal.PortalBreaker;
import vn.lienthong.hub.national.portal.Session;
import vn.lienthong.hub.national.portal.SharedSession;
import vn.lienthong.hub.national.portal.Wire;
import vn.lienthong.hub.platform.PlatformFixture;

/** The doors of {@code config/national.yaml}, leading nowhere: for what is written, not for what is sent. */
public final class DoorsFixture {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final Duration SHORT = Duration.ofSeconds(1);

    private DoorsFixture() {}

    /** As the file is. */
    public static NationalRules rules() {
        return rules("");
    }

    /** With lines added to its {@code dialects}. */
    public static NationalRules rules(String dialects) {
        return NationalRules.read(
                PlatformFixture.projectConfig().text("national.yaml").replace("dialects:\n", "dialects:\n" + dialects));
    }

    /** Everybody goes through this door. */
    public static Doors all(String door, Clock clock) {
        return of(rules("  - { door: %s, from: 2020-05-01 }\n".formatted(door)), clock);
    }

    public static Doors of(NationalRules rules, Clock clock) {
        var timing = new Wire.Timing(SHORT, SHORT, 1000, 1);
        var wire = new Wire(NOWHERE, "H52", timing);
        var session = new Session(wire, new Session.Account("/", "nobody", () -> ""), SharedSession.NONE);
        var entrance = new Doors.Entrance(
                (to, dstcode) -> wire,
                NOWHERE,
                session,
                (door, to) -> () -> "",
                door -> SharedSession.NONE,
                () -> new PortalBreaker(SHORT));
        var words = new Doors.Words(
                CatalogFixture.ofProject().codeLists(),
                FileOffer.NONE,
                sha256 -> sha256.getBytes(StandardCharsets.UTF_8));
        return new Doors(() -> rules, words, entrance, new PortalBreaker(SHORT), clock);
    }
}
