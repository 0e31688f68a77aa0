package vn.lienthong.hub.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every decoder and mapping with damaged, mixed and hostile pushes: each is understood, refused or parked, never a
 * failure of ours. The usual seed makes the same few thousand each time; {@code scripts/fuzz} goes on for as long as one
 * likes.
 */
class FuzzTest {

    private static final Path FOLDER = Path.of("src/test/resources/departments");
    private static final int USUAL = 3_000;
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final Map<String, Desk> desks = new HashMap<>();

    /** A push of a sender. */
    private record Sample(String sender, byte[] push) {}

    @Test
    @Timeout(value = 24, unit = TimeUnit.HOURS)
    void everyPushEndsAsARecordOrAReasonHoweverDamaged() throws IOException {
        List<Sample> samples = samples();
        long seed = Long.getLong("lienthong.fuzz.seed", 7);
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.getLong("lienthong.fuzz.minutes", 0));
        Random random = new Random(seed);
        long tried = 0;
        for (; tried < USUAL || System.nanoTime() < until; tried++) {
            Sample sample = samples.get(random.nextInt(samples.size()));
            Sample other = samples.get(random.nextInt(samples.size()));
            take(sample.sender(), new Damage(random).done(sample.push(), other.push()), seed + "/" + tried);
        }
        System.getLogger("fuzz").log(System.Logger.Level.INFO, tried + " pushes, seed " + seed);
        assertThat(tried).isGreaterThanOrEqualTo(USUAL);
    }

    private void take(String sender, byte[] push, String which) throws IOException {
        long from = System.nanoTime();
        try {
            assertThat(desks.computeIfAbsent(sender, Desk::of).told(push)).isNotBlank();
        } catch (RuntimeException | StackOverflowError ours) {
            fail("push " + which + " of " + sender + ", kept as " + kept(sender, push), ours);
        }
        if (System.nanoTime() - from > SLOW.toNanos()) {
            System.getLogger("fuzz")
                    .log(System.Logger.Level.WARNING, "slow: push " + which + ", kept as " + kept(sender, push));
        }
    }

    private static Path kept(String sender, byte[] push) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "fuzz"));
        return Files.write(Files.createTempFile(folder, sender + "-", ".push"), push);
    }

    private static List<Sample> samples() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<Path> pushes = files.filter(file -> file.toString().contains(".push."))
                    .sorted()
                    .toList();
            assertThat(pushes).hasSizeGreaterThan(400);
            List<Sample> samples = new ArrayList<>();
            for (Path push : pushes) {
                samples.add(new Sample(FOLDER.relativize(push).getName(0).toString(), Files.readAllBytes(push)));
            }
            return samples;
        }
    }
}
