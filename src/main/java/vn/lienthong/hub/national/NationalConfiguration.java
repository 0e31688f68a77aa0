package vn.lienthong.hub.national;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Random;
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
import vn.lienthong.hub.national.payload.Catalogue;
import vn.lienthong.hub.national.payload.FileOffer;
import vn.lienthong.hub.national.payload.HoSo;
import vn.lienthong.hub.national.payload.TienDo;
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
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.seal.Seal;
import vn.lienthong.hub.platform.time.HybridClock;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.PartAddresses;

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
        var timing = new Wire.Timing(
                settings.connectTimeout(),
                settings.callTimeout(),
                Math.toIntExact(settings.maxReply().toBytes()),
                settings.calls() + 2);
        return new Wire(addresses.nationalPortal(), rules.now().caller().dstcode(), timing);
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
    Workers.Side nationalSide(
            Wire wire,
            CurrentRules current,
            PortalBreaker breaker,
            Environment environment,
            HubHome home,
            SharedSession shared) {
        var rules = current.now();
        var portal = new Portal(wire, rules.paths().integration(), rules.replies(), breaker);
        var username = environment.getProperty(
                "LIENTHONG_NATIONAL_USERNAME", rules.caller().username());
        var account = new Session.Account(rules.paths().login(), username, new Password(environment, home));
        var session = new Session(wire, account, shared);
        return new Workers.Side(portal, session, rules.caller(), breaker);
    }

    @Bean
    PortalProcedures portalProcedures(Wire wire, CurrentRules current, Workers.Side nationalSide) {
        var rules = current.now();
        var share = new Portal(wire, rules.paths().share(), rules.replies(), nationalSide.breaker());
        return new PortalProcedures(share, nationalSide.session(), rules.caller());
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
            MeterRegistry meters) {
        return new Workers.Store(
                source, jdbc, transaction, database, seal, procedures, agencies, clock, new Random(), meters);
    }

    @Bean
    Workers nationalWorkers(
            Neighbour nationalPortal,
            HybridClock node,
            SyncSettings settings,
            Workers.Store store,
            Workers.Side side,
            CurrentRules rules,
            FileOffer filesForThePortal,
            CodeLists lists) {
        var words = new Workers.Words(
                () -> rules.now().payload(lists, store.clock()),
                filesForThePortal,
                rules.now().replies());
        return new Workers(nationalPortal, node.next().node(), settings, store, side, words);
    }
}
