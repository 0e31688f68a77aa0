package vn.lienthong.hub.platform;

import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.lienthong.infra.HubHome;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(PlatformSettings.class)
class PlatformConfiguration {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Bean
    Clock clock() {
        return Clock.system(ZONE);
    }

    /** Where blocking work of the edge runs: a virtual thread each. */
    @Bean(destroyMethod = "dispose")
    Scheduler blocking() {
        return Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "blocking");
    }

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(4);
        scheduler.setDaemon(true);
        scheduler.setThreadNamePrefix("scheduled-");
        return scheduler;
    }

    @Bean
    MasterKey masterKey(HubHome home, Environment environment) {
        return MasterKeyFile.read(home, environment.getProperty(MasterKeyFile.VARIABLE, ""));
    }

    @Bean
    HybridClock hybridClock(Clock clock, HubHome home, PlatformSettings settings) {
        String node = settings.nodeName();
        return new HybridClock(
                clock, node, new ClockBound(home.data().resolve("clock").resolve(node)));
    }

    @Bean
    ContentStore contentStore(HubHome home, PlatformSettings settings, MasterKey master) {
        return new ContentStore(home.data().resolve("content"), settings.nodeName(), master);
    }

    @Bean
    @DependsOnDatabaseInitialization
    AppliedConfig appliedConfig(ConfigVersions versions) {
        return versions.start();
    }
}
