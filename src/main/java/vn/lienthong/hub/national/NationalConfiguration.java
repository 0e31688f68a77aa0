package vn.lienthong.hub.national;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.access.files.FileLinks;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.national.account.PortalTechIds;
import vn.lienthong.hub.national.account.TechIds;
import vn.lienthong.hub.national.payload.Catalogue;
import vn.lienthong.hub.national.payload.FileOffer;
import vn.lienthong.hub.national.payload.HoSo;
import vn.lienthong.hub.national.payload.TienDo;
import vn.lienthong.hub.national.payment.PaymentAccess;
import vn.lienthong.hub.national.payment.PaymentRules;
import vn.lienthong.hub.national.portal.Portal;
import vn.lienthong.hub.national.portal.PortalBreaker;
import vn.lienthong.hub.national.portal.RedisSession;
import vn.lienthong.hub.national.portal.Session;
import vn.lienthong.hub.national.portal.SharedSession;
import vn.lienthong.hub.national.portal.Wire;
import vn.lienthong.hub.national.procedures.PortalProcedures;
import vn.lienthong.hub.national.sync.SyncSettings;
import vn.lienthong.hub.national.sync.Workers;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.hub.platform.content.ContentUnavailableException;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.time.HybridClock;
import vn.lienthong.hub.platform.trace.Traces;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.trust.Seal;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SyncSettings.class)
class NationalConfiguration {

    private static final String NAME = "national";

    /** What the stand-in acknowledges counts for nothing at the real portal: its environment is another ledger. */
    @Bean
    Neighbour nationalPortal(SyncSettings settings, HubHome home) {
        var usual = home.mode() == Mode.STANDALONE ? NationalSync.STAND_IN : "production";
        return new Neighbour(NAME, settings.environment().isBlank() ? usual : settings.environment());
    }

    @Bean
    CurrentRules nationalRules(AppliedConfig config) {
        return new CurrentRules(config);
    }

    @Bean
    TienDo progressSteps(CurrentRules rules, CodeLists lists, Clock clock) {
        return new TienDo(() -> rules.now().payload(lists, clock));
    }

    @Bean
    FileOffer filesForThePortal(FileLinks links) {
        return links.given() ? new FileOffer((dossier, sha256) -> links.to(dossier, sha256, NAME)) : FileOffer.NONE;
    }

    @Bean
    HoSo dossierRecords(CurrentRules rules, FileOffer filesForThePortal, CodeLists lists, Clock clock) {
        return new HoSo(() -> rules.now().payload(lists, clock), filesForThePortal);
    }

    @Bean
    Catalogue nationalCatalogue(Procedures procedures, Agencies agencies, Clock clock) {
        return new Catalogue(procedures, agencies, clock);
    }

    @Bean
    PortalBreaker portalBreaker(SyncSettings settings) {
        return new PortalBreaker(settings.breakerPause());
    }

    @Bean
    Wire nationalWire(PartAddresses addresses, SyncSettings settings, CurrentRules rules) {
        return wire(settings, addresses.nationalPortal(), rules.now().caller().dstcode());
    }

    private static Wire wire(SyncSettings settings, URI address, String dstcode) {
        var timing = new Wire.Timing(
                settings.connectTimeout(),
                settings.callTimeout(),
                Math.toIntExact(settings.maxReply().toBytes()),
                settings.calls() + 2);
        return new Wire(address, dstcode, timing);
    }

    @Bean
    SharedSession sharedSession(
            StringRedisTemplate redis,
            Seal seal,
            Neighbour nationalPortal,
            PartAddresses addresses,
            SyncSettings settings) {
        var name = nationalPortal.environment() + ":" + addresses.nationalPortal();
        return new RedisSession(redis, seal, name, settings.sessionKept(), settings.callTimeout());
    }

    @Bean
    Session nationalSession(
            Wire nationalWire, CurrentRules current, Environment environment, HubHome home, SharedSession shared) {
        var rules = current.now();
        var username = environment.getProperty(
                "LIENTHONG_NATIONAL_USERNAME", rules.caller().username());
        var account = new Session.Account(rules.paths().login(), username, Password.ofAccount(environment, home));
        return new Session(nationalWire, account, shared);
    }

    @Bean
    Doors nationalDoors(
            CurrentRules current,
            Doors.Words dossierWords,
            Doors.Entrance doorEntrance,
            PortalBreaker breaker,
            Clock clock) {
        return new Doors(current::now, dossierWords, doorEntrance, breaker, clock);
    }

    @Bean
    Doors.Words dossierWords(CodeLists lists, FileOffer filesForThePortal, ContentStore contents) {
        return new Doors.Words(lists, filesForThePortal, sha256 -> {
            try (var content = contents.open(sha256)) {
                return content.readAllBytes();
            } catch (IOException unreadable) {
                throw new ContentUnavailableException(unreadable);
            }
        });
    }

    @Bean
    Doors.Entrance doorEntrance(
            PartAddresses addresses,
            SyncSettings settings,
            Session nationalSession,
            Neighbour nationalPortal,
            StringRedisTemplate redis,
            Seal seal,
            Environment environment,
            HubHome home) {
        var account = Password.ofAccount(environment, home);
        return new Doors.Entrance(
                (address, dstcode) -> wire(settings, address, dstcode),
                addresses.nationalPortal(),
                nationalSession,
                // The account's own password goes nowhere but to the account's own address.
                (door, address) -> Password.ofDoor(
                        door, environment, home, address.equals(addresses.nationalPortal()) ? account : () -> ""),
                door -> new RedisSession(
                        redis,
                        seal,
                        nationalPortal.environment() + ":" + door,
                        settings.sessionKept(),
                        settings.callTimeout()),
                () -> new PortalBreaker(settings.breakerPause()));
    }

    @Bean
    PortalProcedures portalProcedures(
            Wire nationalWire, CurrentRules current, Session nationalSession, PortalBreaker breaker) {
        var rules = current.now();
        var share = new Portal(nationalWire, rules.paths().share(), rules.replies(), breaker);
        return new PortalProcedures(share, nationalSession, rules.caller());
    }

    @Bean
    Workers.Store nationalStore(
            DataSource source,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            DatabaseBreaker database,
            Seal seal,
            Procedures procedures,
            Agencies agencies,
            Clock clock,
            MeterRegistry meters,
            Traces traces) {
        return new Workers.Store(
                source, jdbc, transaction, database, seal, procedures, agencies, clock, new Random(), meters, traces);
    }

    /** A breaker of its own: accounts that nobody tells hold no dossier back. */
    @Bean
    TechIds techIds(
            JdbcClient jdbc,
            Seal seal,
            Neighbour nationalPortal,
            Wire nationalWire,
            CurrentRules current,
            Session nationalSession,
            SyncSettings settings,
            Clock clock) {
        var rules = current.now();
        var share = new Portal(
                nationalWire, rules.paths().share(), rules.replies(), new PortalBreaker(settings.breakerPause()));
        var questions = new PortalTechIds(share, nationalSession, rules.caller());
        return new TechIds(
                jdbc, seal, nationalPortal, questions, () -> current.now().techId(), clock);
    }

    @Bean
    PaymentAccess paymentAccess(
            CurrentRules current,
            SyncSettings settings,
            PartAddresses addresses,
            Environment environment,
            HubHome home) {
        Supplier<PaymentRules> rules =
                () -> Objects.requireNonNullElse(current.now().payment(), PaymentRules.NONE);
        var given = rules.get().address();
        var address = given.isBlank() ? addresses.nationalPortal() : URI.create(given);
        var account = Password.ofAccount(environment, home);
        var platform = new Portal(
                wire(settings, address, ""), "", current.now().replies(), new PortalBreaker(settings.breakerPause()));
        return new PaymentAccess(
                platform, rules, Password.ofDoor("payment", environment, home, given.isBlank() ? account : () -> ""));
    }

    @Bean
    Workers nationalWorkers(
            Neighbour nationalPortal,
            HybridClock node,
            SyncSettings settings,
            Workers.Store store,
            PortalBreaker breaker,
            Doors nationalDoors,
            TechIds techIds) {
        return new Workers(nationalPortal, node.next().node(), settings, store, breaker, nationalDoors, techIds::of);
    }
}
