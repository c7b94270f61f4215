import {
  IconAB, IconAddressBook, IconAlertCircle, IconAlertTriangle, IconAlignLeft, IconAntennaBars2, IconAntennaBars5, IconArrowBackUp, IconArrowForward, IconArrowForwardUp, IconArrowRight,
  IconAt, IconBan, IconBell, IconBellOff, IconBook, IconBrandFacebook, IconBrandGoogle, IconBrandInstagram, IconBrandLinkedin, IconBrandOffice, IconBrandPinterest, IconBrandTwitter,
  IconBrandX, IconBrandXing, IconBrandYoutube, IconBrandYoutubeFilled, IconBuildingBank, IconBuildingCommunity, IconBulb, IconCalendar, IconCalendarEvent, IconChartBar, IconChecks,
  IconChevronDown, IconChevronLeft, IconChevronRight, IconChevronUp, IconCircle, IconCircleCheck, IconCircleFilled, IconCircleMinus, IconCirclePlus, IconCircleX, IconCircleXFilled,
  IconClipboardList, IconClock, IconCode, IconCopy, IconDatabase, IconDatabaseImport, IconDeviceFloppy, IconDeviceMobile, IconDeviceTablet, IconDisc, IconDots, IconDownload,
  IconExclamationCircle, IconExclamationMark, IconEye, IconEyeOff, IconFile, IconFileInvoice, IconFiles, IconFileText, IconFileTypePpt, IconFilter, IconFlame, IconFlask, IconFolder,
  IconFolderOpen, IconGauge, IconGift, IconHash, IconHelp, IconHelpCircle, IconHistory, IconHome, IconHourglass, IconInbox, IconInfoCircle, IconInfoSmall, IconKey, IconLanguage,
  IconLibraryPhoto, IconLink, IconList, IconListCheck, IconLock, IconMail, IconMailbox, IconMailOpened, IconMapPin, IconMessage, IconMessageQuestion, IconMessages, IconMinus,
  IconMoodNeutral, IconMoodNeutralFilled, IconMoodSad, IconMoodSadFilled, IconMoodSmile, IconMoodSmileFilled, IconNotebook, IconPackage, IconPalette, IconPaperclip, IconPencil,
  IconPencilOff, IconPhone, IconPhoneOff, IconPhoneOutgoing, IconPhoneX, IconPhoto, IconPin, IconPlayerRecord, IconPlus, IconPresentation, IconPuzzle, IconQuote, IconReceiptDollar,
  IconRefresh, IconRepeat, IconReplace, IconReportAnalytics, IconRobot, IconRotate, IconRotateClockwise, IconRoute, IconRss, IconSchool, IconSearch, IconSend, IconSettings, IconShoppingCart,
  IconSignature, IconSitemap, IconSortAscending, IconSortAscendingLetters, IconSortAscendingNumbers, IconSortDescending, IconSortDescendingLetters, IconSortDescendingNumbers,
  IconSparkles, IconSparkles2, IconSpeakerphone, IconStar, IconStarFilled, IconStrikethrough, IconSubtask, IconSun, IconTag, IconTarget, IconTemplate, IconTextCaption, IconTextColor,
  IconTextSpellcheck, IconThumbDown, IconThumbUp, IconTicket, IconTrash, IconTrophy, IconTypography, IconUpload, IconUser, IconUserPlus, IconVideo, IconWorld, IconWorldWww,
  IconZoomIn, IconZoomOut, IconZzz,
} from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import type { IconNames } from '@hubspot/ui-extensions';

/** The icon nearest to each of HubSpot's. */
export const icons: Readonly<Record<IconNames, TablerIcon>> = {
  add: IconPlus, appointment: IconCalendarEvent, approvals: IconChecks, artificialIntelligence: IconSparkles, artificialIntelligenceEnhanced: IconSparkles2, attach: IconPaperclip,
  bank: IconBuildingBank, block: IconBan, book: IconBook, bulb: IconBulb, callTranscript: IconFileText, calling: IconPhone, callingHangup: IconPhoneOff, callingMade: IconPhoneOutgoing,
  callingMissed: IconPhoneX, callingVoicemail: IconMailbox, campaigns: IconSpeakerphone, cap: IconSchool, checkCircle: IconCircleCheck, circleFilled: IconCircleFilled, circleHollow: IconCircle,
  clock: IconClock, comment: IconMessage, contact: IconUser, copy: IconCopy, crm: IconAddressBook, dataSync: IconRefresh, date: IconCalendar, delay: IconHourglass, delete: IconTrash,
  description: IconAlignLeft, developerProjects: IconCode, documents: IconFiles, downCarat: IconChevronDown, download: IconDownload, edit: IconPencil, ellipses: IconDots, email: IconMail,
  emailOpen: IconMailOpened, emailThreadedReplies: IconMessages, enrichment: IconDatabaseImport, enroll: IconUserPlus, exclamation: IconExclamationMark, exclamationCircle: IconExclamationCircle,
  faceHappy: IconMoodSmile, faceHappyFilled: IconMoodSmileFilled, faceNeutral: IconMoodNeutral, faceNeutralFilled: IconMoodNeutralFilled, faceSad: IconMoodSad, faceSadFilled: IconMoodSadFilled,
  facebook: IconBrandFacebook, favoriteHollow: IconStar, file: IconFile, filledXCircleIcon: IconCircleXFilled, filter: IconFilter, flame: IconFlame, folder: IconFolder, folderOpen: IconFolderOpen,
  forward: IconArrowForwardUp, gauge: IconGauge, generateChart: IconChartBar, gift: IconGift, globe: IconWorld, globeLine: IconWorld, goal: IconTarget, googlePlus: IconBrandGoogle,
  guidedActions: IconRoute, hash: IconHash, hide: IconEyeOff, home: IconHome, hubDB: IconDatabase, image: IconPhoto, imageGallery: IconLibraryPhoto, inbox: IconInbox, info: IconInfoCircle,
  infoNoCircle: IconInfoSmall, insertVideo: IconVideo, instagram: IconBrandInstagram, integrations: IconPuzzle, invoice: IconFileInvoice, key: IconKey, language: IconLanguage, left: IconChevronLeft,
  lessCircle: IconCircleMinus, lesson: IconNotebook, light: IconSun, link: IconLink, linkedin: IconBrandLinkedin, listView: IconList, location: IconMapPin, locked: IconLock, mention: IconAt,
  messages: IconMessages, mobile: IconDeviceMobile, moreCircle: IconCirclePlus, notEditable: IconPencilOff, notification: IconBell, notificationOff: IconBellOff, objectAssociations: IconSitemap,
  objectAssociationsManyToMany: IconSitemap, objectAssociationsManyToOne: IconSitemap, office365: IconBrandOffice, order: IconClipboardList, paymentSubscriptions: IconRepeat, pin: IconPin,
  pinterest: IconBrandPinterest, powerPointFile: IconFileTypePpt, presentation: IconPresentation, product: IconPackage, publish: IconUpload, question: IconHelp, questionAnswer: IconMessageQuestion,
  questionCircle: IconHelpCircle, quickbooks: IconReceiptDollar, quote: IconQuote, readMore: IconArrowRight, readOnlyView: IconEye, realEstateListing: IconBuildingCommunity,
  recentlySelected: IconHistory, record: IconDisc, redo: IconArrowForward, refresh: IconRefresh, registration: IconUserPlus, remove: IconMinus, replace: IconReplace, reports: IconReportAnalytics,
  right: IconChevronRight, robot: IconRobot, rotate: IconRotate, rss: IconRss, salesQuote: IconReceiptDollar, salesTemplates: IconTemplate, save: IconDeviceFloppy, search: IconSearch,
  send: IconSend, sequences: IconRotateClockwise, settings: IconSettings, shoppingCart: IconShoppingCart, signal: IconAntennaBars5, signalPoor: IconAntennaBars2, signature: IconSignature,
  snooze: IconZzz, sortAlpAsc: IconSortAscendingLetters, sortAlpDesc: IconSortDescendingLetters, sortAmtAsc: IconSortAscending, sortAmtDesc: IconSortDescending, sortNumAsc: IconSortAscendingNumbers,
  sortNumDesc: IconSortDescendingNumbers, sortTableAsc: IconChevronUp, sortTableDesc: IconChevronDown, spellCheck: IconTextSpellcheck, sprocket: IconSettings, star: IconStarFilled,
  stopRecord: IconCircleFilled, strike: IconStrikethrough, styles: IconPalette, success: IconCircleCheck, tablet: IconDeviceTablet, tag: IconTag, tasks: IconListCheck, test: IconFlask,
  text: IconTypography, textBodyExpanded: IconAlignLeft, textColor: IconTextColor, textDataType: IconTypography, textSnippet: IconTextCaption, thumbsDown: IconThumbDown, thumbsUp: IconThumbUp,
  ticket: IconTicket, translate: IconAB, trophy: IconTrophy, twitter: IconBrandTwitter, undo: IconArrowBackUp, upCarat: IconChevronUp, upload: IconUpload, video: IconVideo, videoFile: IconVideo,
  videoPlayerSubtitles: IconTextCaption, view: IconEye, viewDetails: IconAlertCircle, warning: IconAlertTriangle, website: IconWorldWww, workflows: IconSubtask, x: IconBrandX, xCircle: IconCircleX,
  xing: IconBrandXing, youtube: IconBrandYoutube, youtubePlay: IconBrandYoutubeFilled, zoomIn: IconZoomIn, zoomOut: IconZoomOut,
};

/** For a name the SDK does not have either. */
export const unknownIcon: TablerIcon = IconPlayerRecord;
