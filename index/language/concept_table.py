"""What means the same in a vacancy: one concept a line, `Dutch words | English | French`.

Folded words; "_" joins a phrase. A row holds words that may stand for each other in a question and its answer, so a kind of a thing ("gsm") never
shares a row with another kind ("laptop"). "~" in front of a Dutch word: it only counts in a question, since
in a text it says something else as well; "^": only in a text, since it is a kind of what is asked. Indented lines continue a row.
"""

TABLE = """
loon wedde salaris verdienen verdien verdient brutoloon nettoloon jaarwedde maandloon maandwedde bezoldiging verloning vergoed weddeschaal
    loonschaal salarisschaal barema loonvork bezoldigd aanvangswedde brutojaarwedde brutomaandwedde ~schuiven ~schuift ~pree ~betalen ~betaalt
    ~verdiende | salary pay paid wage wages earn earning earnings remuneration | salaire remuneration gagner gagne gagnerai traitement paye remunere
bruto ^brutoloon ^brutowedde ^brutojaarwedde ^brutomaandloon | gross | brut brute
netto ^nettoloon ^nettovergoeding ^nettopremie | net | net nette
schaal loonschaal weddeschaal salarisschaal barema graad | scale pay_scale pay_grade | bareme echelle
verlof vakantie vakantiedagen verlofdagen vakantieregeling verlofregeling ~conge ~vakantiedag ~reis op_reis ^vakantiedag ^verlofdag | holiday
    holidays leave vacation annual_leave | conge conges vacances
schoolvakantie schoolvakanties vakantieperiode | school_holidays | vacances_scolaires
feestdag feestdagen | public_holidays bank_holidays | jours_feries
ouderschapsverlof bevallingsverlof zwangerschapsverlof moederschapsverlof | maternity parental paternity maternity_leave parental_leave | maternite
    paternite conge_parental
strafregister strafblad uittreksel_strafregister goed_zedelijk_gedrag bewijs_goed_gedrag ~veroordeling ~veroordeeld ^vermelding ^ongunstige |
    criminal_record police_record conviction convicted | casier_judiciaire casier extrait_de_casier condamnation
strafregister ^uittreksel ~uittreksel | extract | extrait
gsm smartphone gsm-toestel gsmtoestel ~telefoon mobieltje mobiele_telefoon iphone werktelefoon bedrijfsgsm | mobile_phone company_phone smartphone
    cellphone cell_phone work_phone mobile | gsm smartphone telephone_portable portable
telefoonnummer telefoonnr telefonisch bellen bel belt opbellen ~telefoon ~gsm ~nummer ~bereiken ~gsmnummer | phone phone_number telephone
    telephone_number call number contact_number reach | telephone numero_de_telephone numero appeler telephoner joindre
elektronische_toestellen elektronische_hulpmiddelen elektronica ~laptop ~gsm ~smartphone ~tablet ~computer ~rekenmachine | |
software programma softwareprogramma softwarepakket pakket applicatie toepassing informaticasysteem systeem ticketsysteem | software program system |
    logiciel programme
laptop computer pc draagbare_computer | laptop computer notebook | ordinateur ordinateur_portable laptop pc
tablet ipad | tablet ipad | tablette
internet internetvergoeding internetabonnement | internet internet_allowance | internet
bedrijfswagen dienstwagen firmawagen bedrijfsauto leasewagen salariswagen wagen_van_de_zaak auto_van_het_werk auto_van_de_zaak | company_car
    work_vehicle | voiture_de_societe voiture_de_fonction
auto wagen voertuig | car vehicle own_car | voiture auto vehicule
leasefiets fietslease fietsleasing bedrijfsfiets dienstfiets | bike_lease lease_bike bicycle_lease company_bike cycle_to_work | leasing_velo
    velo_de_societe leasing_de_velo
fiets fietsen fietst | bicycle bike cycle cycling | velo bicyclette
fietsvergoeding fietspremie | bike_allowance bicycle_allowance cycling_allowance bike_mileage | indemnite_velo indemnite_de_velo
kilometervergoeding autovergoeding kilometers | mileage_allowance mileage kilometre_allowance | indemnite_kilometrique frais_de_deplacement
woon-werkverkeer woonwerkverkeer woon-werk woonwerkverplaatsing verplaatsing verplaatsingskosten vervoerskosten vervoerkosten | commute commuting
    travel_costs travel_expenses transport_costs | trajet_domicile frais_de_transport deplacements deplacement domicile-travail
trein treinen | train railway | train
openbaar_vervoer nmbs nmbs-abonnement vervoersabonnement woon-werkverkeer woonwerkverkeer woon-werkverplaatsing woonwerkverplaatsing
    woon-werkvergoeding
    abonnement_openbaar ~trein ~treinen ~bus ~tram ~metro ~nmbs ~lijn ~treinabonnement ~busabonnement ~pendelen ~pendel | |
treinabonnement ^openbaar_vervoer ^vervoersabonnement treinticket | train_pass train_ticket train_subscription | abonnement_de_train
    abonnement_train
bus buslijn bushalte | bus | bus
openbaar_vervoer ^treinabonnement vervoersabonnement ^trein ^bus ^bushalte | public_transport public_transportation | transport_public
    transports_en_commun transports_publics
parking parkeren parkeerplaats parkeerplaatsen parkeerplek parkeergelegenheid parkeer personeelsparking | parking park car_park parking_lot
    parking_space | parking stationnement garer place_de_parking stationner
telewerk thuis_gewerkt thuis_te_werken thuis_kan_werken thuis_mag_werken werken_van_thuis thuiswerk thuiswerken telewerken thuiswerkdag afstandswerk
    thuis_werken werk_thuis werkt_thuis van_thuis thuis_uit week_thuis dagen_thuis
    dag_thuis telewerkdag thuiswerkdagen hybride_werken | telework teleworking remote remotely home_office working_from_home work_from_home
    telecommute | teletravail travail_a_distance travail_a_domicile travailler_a_domicile distance
maaltijdcheque maaltijdcheques maaltijdbon maaltijdbons maaltijd-cheques | meal_voucher meal_vouchers lunch_voucher lunch_vouchers | cheque-repas
    cheques-repas cheque_repas cheques_repas titres-repas
ecocheque ecocheques eco-cheque eco-cheques | eco_voucher eco_vouchers | eco-cheque eco-cheques ecocheques eco_cheque eco_cheques
cadeaubon cadeaucheque geschenkbon geschenkcheque cadeaubonnen | gift_voucher gift_vouchers gift_card | cheque-cadeau cheques-cadeaux
eindejaarspremie eindejaarstoelage eindejaarstoeslag dertiende_maand 13de_maand 13e_maand | year-end_bonus end-of-year_bonus end_of_year_bonus
    year_end_bonus thirteenth_month 13th_month christmas_bonus | prime_de_fin_d_annee treizieme_mois prime_fin_annee
vakantiegeld | holiday_pay vacation_pay holiday_allowance | pecule_de_vacances
premie bonus toelage toeslag | bonus premium allowance supplement | prime bonus allocation supplement
hospitalisatieverzekering hospitalisatie ziekenhuisverzekering | hospital_insurance hospitalisation_insurance hospitalization_insurance
    health_insurance hospitalization | assurance_hospitalisation hospitalisation
groepsverzekering pensioensparen pensioenverzekering pensioenplan aanvullend_pensioen tweede_pijler tweede_pensioenpijler pensioenpijler |
    group_insurance pension_plan pension supplementary_pension second_pillar occupational_pension | assurance_groupe deuxieme_pilier
    pension_complementaire pension
verzekering | insurance | assurance
voordelen extralegaal extralegale_voordelen wat_krijg_je wat_krijg_ik wat_bieden_we wat_bieden_wij ons_aanbod ^aanbod | benefits perks
    fringe_benefits | avantages avantages_extralegaux
nacht nachten nachtwerk nachtdienst nachtdiensten nachtshift nachtpost | night nights night_shift night_shifts night_work | nuit nuits
    travail_de_nuit
avond avonden avondwerk avonddienst avondpermanentie avondprestaties laatavond | evening evenings evening_work | soir soiree soirees soirs
weekend weekends weekendwerk weekenddienst weekenddiensten weekendprestaties weekendshift weekendpermanentie
    ^zaterdagvoormiddag ^zondagvoormiddag ^zaterdagwerk ^zondagwerk | weekend weekends weekend_work | week-end week-ends weekend weekends
zaterdag zaterdagen zaterdagwerk zaterdagvoormiddag | saturday saturdays | samedi samedis
zondag zondagen zondagwerk zondagvoormiddag | sunday sundays | dimanche dimanches
maandag | monday mondays | lundi lundis
dinsdag | tuesday tuesdays | mardi mardis
woensdag | wednesday wednesdays | mercredi mercredis
donderdag | thursday thursdays | jeudi jeudis
vrijdag | friday fridays | vendredi vendredis
ochtend voormiddag morgens | morning mornings | matin matins matinee
namiddag middag | afternoon afternoons noon lunchtime | apres-midi midi
wachtdienst wachtdiensten wacht wachtrol ^beurtrol permanentie oproepbaar stand-by standby wachtweek bereikbaarheidsdienst | on_call on-call standby
    stand-by duty_roster on_duty | garde de_garde astreinte permanence
overuren overwerk overloon meeruren | overtime extra_hours | heures_supplementaires
uurrooster beurtrol ploegen ploegenstelsel variabel variabele wisselend wisselende wisselwerk onregelmatig onregelmatige ^glijdende_uren ^glijtijd
    ^flexibele_uren ^stamtijden ^dagdienst
    werkuren werktijden uurregeling dienstrooster werkrooster werktijd arbeidsduur arbeidsregime
    werkregime prestatiebreuk uurrooster rooster shiften shift ^voltijds ^voltijdse ^halftijds ^halftijdse ^deeltijds ^deeltijdse ^prestaties
    ^uren_per_week ^uur_per_week | working_hours work_schedule schedule timetable roster shifts shift flexible_hours flexitime | horaire horaires
    heures_de_travail horaires_flexibles
voltijds fulltime full-time voltijdse voltijd 38/38 | full-time fulltime full_time | temps_plein plein_temps
halftijds halftijdse halftimer halftimers halve_dagen 50_procent 19/38 | half-time half_time halftime | mi-temps mi_temps
deeltijds deeltijdse deeltijder parttime part-time 4/5 vier_vijfde viervijfde 4/5de ^halftijds | part-time part_time parttime | temps_partiel
contract arbeidsovereenkomst overeenkomst arbeidscontract ^contractueel ^vervangingscontract ^aanstelling ^aangesteld ^tewerkstelling | contract
    employment_contract | contrat
onbepaalde_duur vast_contract vast vaste | permanent permanent_contract open-ended indefinite | duree_indeterminee cdi contrat_fixe fixe
bepaalde_duur tijdelijk vervanging vervangingscontract vervangen | temporary fixed-term replacement fixed_term | duree_determinee cdd temporaire
    remplacement
statutair vastbenoemd vaste_benoeming benoeming benoemd aangesteld | statutory permanent_appointment appointed civil_servant | statutaire nomination
    nomme
contractueel | contractual | contractuel
proeftijd proefperiode stageperiode inwerkperiode proeftermijn | trial_period probation probationary probation_period | periode_d_essai
    stage_probatoire
opzegtermijn opzeg ontslag | notice_period dismissal notice | preavis
start starten begin beginnen begint indiensttreding aanvang startdatum in_dienst aanvangen beginnen eerste_werkdag opstart | start begin starts
    begins starting start_date commence beginning | commencer commence debut entree_en_service entree_en_fonction commencerai debute
einde eindigen eindigt stopt stoppen ^eindigen ^einddatum ^loopt | end ends stop finish | fin se_termine terminer
duur duurt duren tijdsduur lang periode looptijd ^contractduur ^termijn ^onbepaalde ^bepaalde | duration length last take | duree dure
deadline uiterste_datum einddatum afsluitdatum uiterste_inschrijvingsdatum sluit sluiten afsluiten ~openstaat ~wanneer_solliciteren indienen
    inschrijvingstermijn uiterlijk ten_laatste ^uiterste ^laattijdig tot_en_met ^poststempel ^toekomen ^inschrijvingsdatum ^sluitingsdatum
    toe_te_komen ~binnendoen ~binnenbrengen ^formulier_dicht ^afgesloten ^in_het_bezit | deadline closing_date closes close due_date | date_limite
    delai cloture date_de_cloture
solliciteren sollicitatie kandideren kandidatuur kandidaatstelling kandidaat_stellen kandidaturen inschrijven inschrijving meedoen deelnemen
    deelname ~solicitatie ~aanmelden ~dossier doe_mee ^sollicitatieformulier | apply applying application applications candidacy | postuler
    candidature candidatures postulation poser_ma_candidature
inschrijven inschrijving ingeschreven aanmelden aanmelding opgeven registreren registratie | register registration sign_up
    sign_me_up sign enrol enroll signup
    registered join | inscrire inscription inscrire_a participer inscris
cv curriculum curriculum_vitae | cv resume curriculum | cv curriculum
motivatie motivatiebrief sollicitatiebrief motiveren begeleidende_brief | motivation_letter cover_letter letter_of_motivation motivation |
    lettre_de_motivation motivation
brief brieven aangetekend | letter registered_letter | lettre recommande lettre_recommandee
post poststempel postadres | post mail_by_post by_post postal | poste par_la_poste courrier
mail e-mail email mailen e-mailadres mailadres emailadres e-mailen mailtje mailen elektronisch gemaild | email e-mail mail email_address | mail
    email e-mail courriel adresse_mail
afgeven afgeeft afgifte bezorgen bezorg bezorgt bezorgd voorleggen voorlegt voorgelegd binnenbrengen binnendoen overhandigen overmaken
    inleveren ~geven ~tonen ~laten_zien | hand_in submit provide | remettre fournir presenter
formulier webformulier online_formulier sollicitatieformulier inschrijvingsformulier | form application_form online_form | formulaire
documenten document bewijsstukken stukken bijlagen bijlage meesturen dossier toevoegen bijvoegen bezorgen meegestuurd ~opladen ^laad_op ^opgeladen |
    documents enclose attach attachment paperwork send_along upload | documents joindre annexe pieces dossier annexes
kopie afschrift kopij | copy copies | copie
adres postadres locatie | address | adresse
diploma diploma's diplomas diplomavoorwaarde getuigschrift diplomavereiste studiebewijs kwalificatie kwalificatiebewijs diplomavoorwaarden
    diplomavereisten ~papier | diploma degree qualification qualifications degrees certificate education | diplome diplomes formation etudes
studierichting richting opleiding opleidingen | field_of_study course training | formation orientation etudes
opleiding opleidingen vorming vormingen bijscholing cursus cursussen vormingsmogelijkheden bijleren leermogelijkheden opleidingsmogelijkheden |
    training courses training_opportunities learning | formation formations formation_continue
attest attesten certificaat brevet getuigschrift | certificate certificates attestation | attestation certificat brevet
buitenland buitenlands buitenlandse naric erkenning gelijkwaardigheid gelijkwaardig erkend | foreign abroad recognition equivalence recognised |
    etranger equivalence etrangere
laatstejaars laatstejaarsstudent laatstejaarsstudenten laatste_jaar student studenten afstuderen afgestudeerd schoolverlater afstudeert | final-year
    final_year student students graduate graduating | derniere_annee etudiant etudiants etudiante
bachelor bachelordiploma | bachelor bachelor's | bachelier bachelor
master masterdiploma licentiaat | master master's | master licence
secundair middelbaar secundair_onderwijs zesde_middelbaar humaniora | secondary secondary_school high_school | secondaire cess
ervaring werkervaring beroepservaring jarenlange_ervaring ervaren | experience work_experience | experience experience_professionnelle
ancienniteit ancienniteitsjaren geldelijke_ancienniteit meetellen meegeteld meenemen dienstjaren prive privesector | seniority years_of_service
    count_towards private_sector | anciennete secteur_prive prive
voorwaarde voorwaarden vereiste vereisten toelatingsvoorwaarden deelnemingsvoorwaarden aanwervingsvoorwaarden eisen | condition conditions
    requirement requirements eligibility | condition conditions exigences requis
rijbewijs rijbewijzen autorijden | driving_licence driving_license driver's_license driver's_licence driver_license licence license |
    permis_de_conduire permis
leeftijd leeftijdsgrens minimumleeftijd jaar_oud oud ^jaar_bent ^minderjarig ^meerderjarig | age minimum_age years_old old | age
nationaliteit belg eer | nationality citizen citizenship | nationalite
taal talen talenkennis taalkennis taalniveau taalvereiste | language languages language_level | langue langues
nederlands | dutch | neerlandais
frans | french | francais
engels | english | anglais
duits | german | allemand
medisch medische gezondheid gezondheidsonderzoek arbeidsarts arbeidsgeneesheer geschiktheid lichamelijk dokter | medical health doctor
    medical_examination fitness | medical medicale sante medecin visite_medicale
handicap beperking arbeidsbeperking arbeidshandicap redelijke_aanpassingen aanpassing aanpassingen | disability disabled handicap
    reasonable_adjustments accommodations | handicap handicape amenagements amenagement
dyslexie dyslectisch leerstoornis | dyslexia dyslexic | dyslexie
selectie selectieprocedure selecties procedure proeven examen examenprogramma | selection selection_procedure procedure recruitment_process
    recruitment selection_process | selection procedure_de_selection procedure
stap stappen fase fasen ronde onderdeel onderdelen proef proeven | step steps stage stages round part parts | etape etapes phase
proef proeven test testen examen examens toets ^thuisproef ^gesprek ^interview | test tests exam exams examination | epreuve epreuves test examen
schriftelijk schriftelijke ^thuisproef ^huistaak | written written_test | ecrit ecrite epreuve_ecrite
thuisproef thuisopdracht huistaak huiswerk taak_thuis | take-home take_home homework assignment_at_home home_assignment | travail_a_domicile devoir
mondeling mondelinge gesprek jurygesprek interview selectiegesprek sollicitatiegesprek interviews gesprekken | oral interview interviews | oral
    orale entretien entretiens epreuve_orale
praktisch praktische praktijkproef praktijk praktijktest | practical practical_test | pratique epreuve_pratique
conditietest fysieke_proef sportproef lichamelijke_proef zwemproef | fitness_test physical_test | epreuve_physique test_physique
preselectie voorselectie cv-screening cvscreening screening eerste_selectie multiplechoice meerkeuzevragen | preselection pre-selection shortlist
    screening | preselection
assessment assessmentcenter psychotechnisch persoonlijkheidstest competentietest persoonlijkheidsvragenlijst | assessment assessment_center
    psychometric personality_test | assessment test_psychotechnique
capaciteitstest niveautest bekwaamheidstest redeneertest | capacity_test level_test aptitude_test | test_de_capacite test_de_niveau
case casus gevalstudie opdracht oefening | case case_study assignment exercise | cas etude_de_cas exercice
geslaagd slagen slaagt ~buis ~buizen ~gebuisd ~gezakt ~zak ~mislukt ~mislukken punten score minimumscore behalen behaal haal halen haalt behaalt
    minimum_punten | pass passing pass_mark passed score points
    mark marks | reussir reussi points note score
jury jurylid juryleden commissie selectiecommissie examencommissie beoordelaars juryvoorzitter | jury panel board committee selection_board
    interview_panel selection_committee | jury commission comite
uitslag resultaat resultaten uitslagen bericht verwittigd verwittigen laten_weten op_de_hoogte ^meegedeeld
    ^antwoord ~horen_of ~hoor_ik | result results outcome | resultat resultats
feedback nabespreking terugkoppeling inzage ~bespreken nabespreken ^inkijken | feedback | feedback retour
voorbereiden voorbereiding voorbereidingstijd | prepare preparation preparation_time | preparer preparation
meebrengen meenemen meepakken | bring bring_along take_along | apporter amener emporter
reserve wervingsreserve werfreserve aanwervingsreserve reservelijst wervingsreserves | reserve recruitment_reserve waiting_list reserve_list |
    reserve reserve_de_recrutement liste_d_attente
geldig geldigheid geldigheidsduur blijft_geldig | valid validity | valable validite
verlengen verlengbaar verlengd verlenging | extend extended extendable renew renewable | prolonger prolongeable prolongation renouvelable
bevordering promotie doorgroeien doorgroei doorgroeimogelijkheden carriere loopbaan doorgroeikansen | promotion career career_opportunities growth
    advance | promotion carriere evolution
mobiliteit interne_mobiliteit intern | internal_mobility internal | mobilite interne
infosessie infomoment infoavond informatiesessie informatiemoment informatievergadering infovergadering infodag kijkdag kijkmoment opendeur
    functie_toe job_toe kom_eens_kijken eens_komen_kijken kom_kijken kom_luisteren eens_komen_luisteren kom_eens_luisteren komen_kijken
    komen_luisteren     kom_eens_langs meelopen koffiemoment babbel licht_de_functie_toe oefenmoment
    meekijkdag meeloopdag kennismaking ~sessie ~sessies
    bezoekmoment opendeurdag jobavond kennismakingsmoment rondleiding informatieavond webinar ~bezoek ^deuren | session sessions
    info_session tour visit
    information_session info_evening information_evening infosession open_day info_meeting guided_tour | seance seances seance_d_information
    soiree_d_information session_d_information seance_d_info soiree_d_info
livestream stream online_volgen | livestream live_stream stream | livestream direct
opname herbekijken opgenomen terugkijken | recording recorded rewatch watch_back replay | enregistrement revoir rediffusion
online teams zoom digitaal virtueel | online virtual digital | en_ligne virtuel
teams | teams | teams
contact contactpersoon contacteren contactgegevens terecht aanspreekpunt meer_weten inlichtingen | contact contact_person | contact contacter
    personne_de_contact s_adresser
leidinggevende chef baas diensthoofd teamleider verantwoordelijke hierarchische rapporteert rapporteren overste leidinggevende coordinator manager
    afdelingshoofd | manager boss supervisor head line_manager report_to superior | chef superieur responsable hierarchique
directeur directrice algemeen_directeur | director general_director | directeur directrice
collega collega's collegas team teamleden ploeg | colleague colleagues team teammates | collegue collegues equipe
leidinggeven leiding aansturen aanstuurt leiding_geven stuurt_aan aangestuurd ^aanstuurt ^leidt | lead manage supervise | diriger encadrer gerer
taak taken takenpakket taakomschrijving jobinhoud opdrachten functie-inhoud functieomschrijving verantwoordelijkheden hoofdtaken taakinhoud doe_je
    inhoud jouw_werk uw_werk je_werk jouw_job wat_doe_je wat_ga_je_doen wat_ga_je_hier_doen jouw_rol uw_rol jobomschrijving jouw_functie uw_functie
    | task tasks duties responsibilities job_content day-to-day job_description | tache taches missions responsabilites contenu
waarden kernwaarden kernwoorden waarde_organisatie | values core_values | valeurs
competentie competenties vaardigheden profiel gedragscompetenties kerncompetenties kwaliteiten | skills competencies competences profile |
    competences profil
werkplek werkplaats standplaats tewerkstellingsplaats plaats_tewerkstelling locatie werklocatie kantoor plaats plaats_van_tewerkstelling
    waar_werk_je waar_werk_ik | workplace office place_of_work place location | lieu_de_travail lieu bureau place endroit
kantoor bureau burelen gemeentehuis stadhuis | office town_hall city_hall | bureau maison_communale hotel_de_ville
werkkledij werkkleding kledij uniform kleding beschermkledij veiligheidsschoenen werkpak | uniform clothing work_clothes workwear dress_code clothes
    | uniforme vetements tenue
kinderopvang creche kinderdagverblijf opvang_kinderen opvang | nursery childcare daycare day_care creche kindergarten | creche garderie
    garde_d_enfants
gezin gezinsleden gezinslid partner ~kinderen ~kind ~echtgenoot ~echtgenote ~zoon ~dochter | family partner spouse | famille conjoint
kinderen kind | children kids child | enfants enfant
sport fitness sporten | sport gym fitness | sport
korting kortingen kortingskaart personeelskorting voordelenkaart | discount discounts | reduction reductions remise
vaccinatie vaccin inenting gevaccineerd | vaccination vaccinated vaccine | vaccination vaccin vaccine
verhuisvergoeding verhuizen verhuis wonen woonplaats woonverplichting | move moving relocation relocate live residence | demenager demenagement
    habiter domicile
huisvesting woning woonst | housing accommodation | logement
pensioen gepensioneerd | retirement retired pension | retraite pension
plaatsen vacatures_aantal aanwerven aangeworven aanwerving werven plaats_vacant openstaande aannemen ~nemen_jullie ~zoeken_jullie betrekking
    betrekkingen voltijdequivalent vte vacante_plaatsen | vacancies hire hired hiring
    recruit recruiting openings places | engager engagera
    engage places_vacantes
cafetaria kantine refter broodjes restaurant eetzaal | canteen cafeteria restaurant | cantine cafeteria
koffie fruit drank | coffee fruit drinks | cafe fruits boissons
opnieuw nogmaals nog_eens nog_een_keer herkansen herkansing herexamen tweede_kans hernemen terug_meedoen weer_meedoen | again retake resit |
    nouveau encore_une_fois
bijverdienen bijberoep nevenactiviteit cumul cumuleren | side_job secondary_occupation second_job moonlighting | cumul activite_complementaire
stage stageplaats | internship intern traineeship | stage stagiaire
vrijwilliger vrijwilligers vrijwilligerswerk | volunteer volunteers | benevole benevoles
reizen verplaatsingen op_verplaatsing dienstverplaatsing | travel travelling business_trips | voyager deplacements
wijzigen aanpassen veranderen | change modify | changer modifier
intrekken terugtrekken | withdraw cancel | retirer annuler
rekenmachine rekentoestel | calculator | calculatrice
gratis kosteloos | free free_of_charge | gratuit gratuitement
rolstoel toegankelijk toegankelijkheid | wheelchair accessible accessibility | fauteuil_roulant accessible accessibilite
veilig veiligheid | safe safety security | securite
privacy persoonsgegevens gegevensbescherming gdpr avg | privacy personal_data gdpr data_protection | donnees_personnelles vie_privee rgpd
discriminatie gelijke_kansen diversiteit gelijkekansenbeleid | discrimination equal_opportunities diversity | discrimination diversite
    egalite_des_chances
bibliotheek bib bieb | library | bibliotheque
zwembad zwemmen zwem | swimming_pool pool swim swimming | piscine nager natation
wetgeving wetteksten wettekst wetboek wetboeken codex ^wetgevende | legislation law_texts | legislation code_de_lois
redder redders | lifeguard | sauveteur maitre-nageur
verpleegkundige verpleegster verpleger verpleging verpleegkunde | nurse nursing | infirmier infirmiere
zorgkundige zorgkundigen | care_assistant healthcare_assistant nursing_assistant care_worker | aide-soignant aide-soignante aides-soignants
    aide_soignant aide_soignante aides_soignants
logistiek | logistics logistic | logistique
poetsen schoonmaak poetshulp schoonmaken | cleaning cleaner clean | nettoyage nettoyer
arbeider arbeiders | worker labourer manual_worker | ouvrier ouvriere ouvriers
ergotherapeut ergotherapeuten ergo | occupational_therapist | ergotherapeute ergotherapie
kinesist kinesitherapeut | physiotherapist | kinesitherapeute kine
ambtenaar ambtenaren | civil_servant official | fonctionnaire
jurist juridisch recht rechten | lawyer legal law | juriste juridique droit
boekhouder boekhouding boekhouden | accountant accounting | comptable comptabilite
financien financieel financiele | finance financial finances | finances financier financiere
school scholen schooltje | school schools | ecole ecoles
leerling leerlingen | pupil pupils student students | eleve eleves
klas klaslokaal | class classroom classes | classe classes
bewoner bewoners bedden ~patienten | resident residents | resident residents habitants
klant klanten burger burgers inwoner inwoners | customer customers citizens client clients | client clients citoyens
winter | winter | hiver
zomer juli augustus | summer | ete
maaltijd maaltijden eten lunch warme_maaltijd | meal meals lunch food | repas dejeuner
verplicht verplichting | mandatory compulsory obligatory | obligatoire
bedrijf firma bureau kantoor_extern extern_bureau selectiebureau selectiekantoor | agency | agence
directe vertrekken onmiddellijk | immediately straight_away | immediatement
gelijktijdig tegelijk tegelijkertijd beide | both same_time simultaneously | simultanement
terugbetaald terugbetaling terugbetalen vergoed tussenkomst ~betaald ~betaal ~betalen ~betaalt ^gratis ^kosteloos ^betaal ^betaalt | refund refunded
    reimbursed reimbursement reimburse | rembourse remboursement
    rembourses
vergoeding tegemoetkoming tussenkomst vergoed | allowance compensation reimbursement | indemnite compensation
indexatie geindexeerd index indexering spilindex | indexed indexation index | indexe indexation
vrijstelling vrijgesteld | exemption exempt | dispense exemption
wachtlijst | waiting_list | liste_d_attente
volgorde rangschikking gerangschikt | ranking ranked order | classement
website webpagina site | website web_page | site site_web
sociale_media facebook instagram linkedin | social_media | reseaux_sociaux
ziek ziekte overmacht verhinderd verhindering andere_datum nieuwe_datum ander_moment andere_dag ander_tijdstip ander_uur ander_ogenblik
    andere_keer inhaalmoment inhaaldag inhaalproef ~later_komen ~niet_kunnen_komen ~niet_aanwezig | ill sick other_date another_date
    reschedule | malade autre_date empeche
chauffeur bestuurder buschauffeur | driver | chauffeur conducteur
kok koks chef-kok keuken | cook chef kitchen | cuisinier cuisine
"""
